/** Hands an account file to the browser under the account's name. */
export function downloadAccount(name: string, file: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([file], { type: 'application/json' }))
  link.download = `${name.replaceAll(/[^\w-]+/g, '-')}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}
