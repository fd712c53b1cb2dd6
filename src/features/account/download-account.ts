import { download } from '#ui/download.ts'

/** Hands an account file to the browser under the account's name. */
export const downloadAccount = (name: string, file: string) =>
  download(`${name.replaceAll(/[^\w-]+/g, '-')}.json`, file, 'application/json')
