import type { Problem } from '#domain/problem.ts'

/**
 * Why a plan cannot be called so. Nodes do not look; other clients read names of letters, digits, dashes and underscores
 * only, and look them up in the text of contracts.
 */
export function planNameProblem(name: string): Problem {
  if (name === '') return { said: '', words: 'Give it a name' }
  if (name.length > 50) return { said: '', words: 'Keep it to 50 characters' }
  if (!/^[\w-]+$/.test(name)) return { said: '', words: 'Use letters, digits, dashes and underscores only' }
  return undefined
}
