import type { Problem } from './problem.ts'

/**
 * Why a workload cannot have this name.
 *
 * Source: zosbase pkg/gridtypes/id.go IsValidName
 */
export function nameProblem(name: string): Problem {
  if (name === '') return { said: 'name cannot be empty', words: 'Give it a name' }
  if (new TextEncoder().encode(name).length > 36)
    return { said: 'name cannot exceed 36 characters', words: 'Keep it to 36 characters' }
  if (!/^\w+$/.test(name))
    return {
      said: 'unsupported character in workload name',
      words: 'Use letters, digits and underscores only: no spaces, no dashes',
    }
  if (name === 'ygg') return { said: "invalid name 'ygg' is reserved", words: 'The grid keeps “ygg” for itself' }
  return undefined
}

/** Why `name` cannot stand beside `others` in one deployment. */
export const duplicateProblem = (name: string, others: Iterable<string>): Problem =>
  [...others].includes(name)
    ? { said: `multiple workloads with the same name '${name}'`, words: `Another part is named “${name}” already` }
    : undefined
