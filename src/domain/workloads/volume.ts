import type { Integer } from '#domain/go-text.ts'

/**
 * A folder on SSD, shared with a machine of the same deployment. It is asked for, counted and hashed like a zmount.
 *
 * Source: zosbase pkg/gridtypes/zos/volume.go
 */
export type Volume = { size: Integer }

export type VolumeResult = { id: string }

export { capacity, challenge, problem } from './zmount.ts'
