/**
 * Why something cannot be: `said` in the node's own words, "" where nodes do not look; `words` for a person.
 * `undefined` when nothing is wrong.
 */
export type Problem = { said: string; words: string } | undefined
