import type { Integer } from '#domain/go-text.ts'
import { bytes, gib, toGib } from '#domain/units.ts'

export const inGib = (size: Integer): number => toGib(bytes(Number(size)))

/** Why a typed size is none. That it only grows is told with what the node will do. */
export const sizeProblem = (sizeGiB: number): string | undefined =>
  sizeGiB > 0 && sizeGiB <= 1_000_000 ? undefined : 'Enter a size'

/** The size as it was when the box still says so: GiB are rounded. */
export const toSize = (sizeGiB: number, before: Integer): Integer => (sizeGiB === inGib(before) ? before : gib(sizeGiB))
