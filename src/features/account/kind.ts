import type { Chosen } from '#queries/chosen.ts'

/** What kind of account it is, in the words in which kinds are explained. */
export function kindOf(account: Chosen): string {
  if (account.by === 'wallet') return `Wallet account of ${account.source}`
  return account.guard === 'password' ? 'Deployer account' : 'Play money, kept without a password'
}
