import type { Commands } from './command.ts'

/** Source: zosbase pkg/zos_api/storage.go; sizes in bytes. */
export const storageCommands: Commands = { 'zos.storage.pools': ({ node }) => node.host.pools }
