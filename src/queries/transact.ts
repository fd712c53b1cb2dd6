import type { Call } from '#protocols/chain/call.ts'
import type { Receipt, Signed } from '#protocols/chain/submit.ts'
import { callback, type Step } from '#protocols/worker/open.ts'
import { session, type Where } from './connections.ts'
import { learnChainRefusals } from './refusals.ts'

export type { Call, Receipt, Signed, Step }

/**
 * Signs calls as one transaction, sends it, and keeps what becomes of it in this browser's journal. Every transaction of
 * this app goes through here. Resolves when a block holds it; `onStep` hears the rest. `keep` is done before it is sent.
 *
 * @throws WireError as `submit` of the chain
 */
export async function transact(
  network: Where,
  calls: Call[],
  onStep: (step: Step) => void = () => undefined,
  opening = session(network),
  keep?: (signed: Signed) => Promise<void>,
): Promise<Receipt> {
  const open = await opening
  const told = await noting(network, open, calls, onStep)
  return open.submit(calls, callback(told), keep && callback(keep))
}

/** Goes on with a transaction that was signed at `atMs`, by a page that is gone. @throws WireError as `resume` of the chain */
export async function retrace(
  network: Where,
  signed: Signed & { atMs: number },
  calls: Call[],
  onStep: (step: Step) => void,
  opening: ReturnType<typeof session>,
): Promise<Receipt> {
  const open = await opening
  const { atMs, ...rest } = signed
  return open.resume(rest, callback(await noting(network, open, calls, onStep, atMs)))
}

async function noting(
  network: Where,
  open: Awaited<ReturnType<typeof session>>,
  calls: Call[],
  onStep: (step: Step) => void,
  atMs?: number,
): Promise<(step: Step) => void> {
  const [{ note }, address] = await Promise.all([import('./journal.ts'), open.address(), learnChainRefusals()])
  const write = note({ network: network.id, address }, calls, atMs)
  return (step) => {
    // A browser that keeps nothing, as in a private window, is no reason to fail.
    write(step).catch(() => undefined)
    onStep(step)
  }
}
