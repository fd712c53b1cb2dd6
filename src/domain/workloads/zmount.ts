import { none, type Capacity } from '#domain/capacity.ts'
import type { Problem } from '#domain/problem.ts'
import { bytes } from '#domain/units.ts'
import { integer, type Integer } from '#domain/go-text.ts'

/**
 * A raw disk on SSD that a machine of the same deployment mounts.
 *
 * Source: zosbase pkg/gridtypes/zos/zmount.go
 */
export type ZMount = { size: Integer }

export type ZMountResult = { volume_id: string }

export const challenge = ({ size }: ZMount): string => integer(size, 'uint64')

export const problem = ({ size }: ZMount): string | undefined => sizeProblem(size)?.said

export const capacity = ({ size }: ZMount): Capacity => ({ ...none, sru: bytes(Number(size ?? 0)) })

export const sizeProblem = (size: Integer): Problem =>
  size > 0 ? undefined : { said: 'invalid size', words: 'Give the disk a size' }
