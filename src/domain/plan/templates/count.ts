import type { Problem } from '#domain/problem.ts'

/** Why there cannot be so many: a whole number from `least` to `most`. */
export const countProblem =
  (least: number, most: number) =>
  (count: number): Problem =>
    Number.isInteger(count) && count >= least && count <= most
      ? undefined
      : { said: '', words: `A whole number, ${least} to ${most}` }
