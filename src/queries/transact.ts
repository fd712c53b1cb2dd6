import type { Call } from '#protocols/chain/call.ts'
import type { Receipt } from '#protocols/chain/submit.ts'
import { callback, type Step } from '#protocols/worker/open.ts'
import { session, type Where } from './connections.ts'
import { learnChainRefusals } from './refusals.ts'

export type { Call, Receipt, Step }

/**
 * Signs calls as one transaction, sends it, and keeps what becomes of it in this browser's journal. Every transaction of
 * this app goes through here. Resolves when a block holds it; `onStep` hears the rest.
 *
 * @throws WireError as `submit` of the chain
 */
export async function transact(
  network: Where,
  calls: Call[],
  onStep: (step: Step) => void = () => undefined,
  opening = session(network),
): Promise<Receipt> {
  const [{ note }, open] = await Promise.all([import('./journal.ts'), opening, learnChainRefusals()])
  const write = note({ network: network.id, address: await open.address() }, calls)
  const told = (step: Step) => {
    // A browser that keeps nothing, as in a private window, is no reason to fail.
    write(step).catch(() => undefined)
    onStep(step)
  }
  return open.submit(calls, callback(told))
}
