/** As many as it takes that guessing by the memory-hard hashing of account files is out of reach. */
const shortest = 12

/** Why a new password will not do, in words. */
export function passwordProblem(password: string): string | undefined {
  if (password.length < shortest) return `Use at least ${shortest} characters; these are ${password.length}`
  if (new Set(password).size < 5) return 'Use more than a few different characters'
  return undefined
}

/** How hard a password is to guess, by its length and how many different characters it has. A hint, no promise. */
export function passwordStrength(password: string): 'weak' | 'fair' | 'strong' {
  if (passwordProblem(password) !== undefined) return 'weak'
  const different = new Set(password).size
  return password.length >= 16 && different >= 10 ? 'strong' : 'fair'
}
