import type { Integer } from '#domain/go-text.ts'
import type { Problem } from '#domain/problem.ts'
import { bytes, gib, toGib, type Bytes } from '#domain/units.ts'

/** A size as a field shows it: GiB, six digits. */
export const inGib = (size: Integer | null | undefined): number =>
  Number(toGib(bytes(Number(size ?? 0))).toPrecision(6))

/** What was typed as a size in bytes: the one it was when it shows the same, 0 for what is no number. */
export const fromGib = (typed: number, before: Integer | null | undefined): Integer => {
  if (before !== undefined && before !== null && inGib(before) === typed) return before
  return gib(finite(typed))
}

/** 0 for what is no number yet. */
export const finite = (typed: number): number => (Number.isFinite(typed) ? typed : 0)

/** What is wrong with a size as typed. */
export const gibProblem = (typed: number, problem: (size: Bytes) => Problem): string | undefined =>
  Number.isFinite(typed) && typed >= 0 ? problem(gib(typed))?.words : 'Enter a number'
