import type { Problem } from './problem.ts'

/**
 * Why a farm cannot have this name, whoever else has it.
 *
 * Source: tfchain pallet-tfgrid src/types.rs, FarmName (33046d6)
 */
export function farmNameProblem(name: string): Problem {
  if (name.length < 3) return { said: 'FarmNameTooShort', words: 'Give it 3 characters or more' }
  if (name.length > 40) return { said: 'FarmNameTooLong', words: 'Keep it to 40 characters' }
  if (!/^[\w-]+$/.test(name))
    return { said: 'InvalidFarmName', words: 'Use letters, digits, dashes and underscores only' }
  return undefined
}
