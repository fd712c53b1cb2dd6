import { none, type Capacity } from '#domain/capacity.ts'
import { bytes } from '#domain/units.ts'
import { flag, integer, text, type Integer } from '#domain/go-text.ts'
import { sizeProblem } from './zmount.ts'

/**
 * A namespace of a 0-db on HDD.
 *
 * Source: zosbase pkg/gridtypes/zos/zdb.go
 */
export type Zdb = { size: Integer; mode: 'user' | 'seq'; password: string; public: boolean }

/** Go gave these members no JSON names, hence the capitals. Tell addresses apart by prefix, not by place. */
export type ZdbResult = { Namespace: string; IPs: string[] | null; Port: number }

export const challenge = (data: Zdb): string =>
  integer(data.size, 'uint64') + text(data.mode) + text(data.password) + flag(data.public)

export const problem = ({ size, mode }: Zdb): string | undefined =>
  sizeProblem(size)?.said ?? (mode === 'user' || mode === 'seq' ? undefined : 'invalid mode')

export const capacity = ({ size }: Zdb): Capacity => ({ ...none, hru: bytes(Number(size ?? 0)) })
