/**
 * What words of relays and nodes mean, for those that a person can meet; and names of the chain's errors, once they are
 * learnt. What is missing here is told by itself.
 *
 * Source: rmb-rs src/relay (15f2092), zosbase pkg/zos_api (063d8956)
 */
const meanings: Record<string, string> = {
  'exceeded rate limits, dropping message': 'This account sent more than a relay takes in a minute: wait a minute',
  'function is not found': 'Its ZOS does not know this question',
  unauthorized: 'It tells this to its farmer or to those who look after the grid, not to this account',
  'relay info is not set for this twin': 'The other side receives no messages: its twin names no relay',
}

/** The chain has many errors, and only who signs meets them: they come when the first transaction is made. */
export async function learnChainRefusals(): Promise<void> {
  const { chainRefusals } = await import('./chain-refusals.ts')
  Object.assign(meanings, chainRefusals)
}

/** A refusal in words, with its own name for whoever looks it up; only the name where it is not known. */
export function meaningOf(reason: string): string {
  const meaning = meanings[reason]
  return meaning === undefined ? `It says: “${reason}”.` : `${meaning} (${reason}).`
}
