import type { Call } from '#protocols/chain/call.ts'
import type { Receipt, Signed } from '#protocols/chain/submit.ts'
import { callback, type Step } from '#protocols/worker/open.ts'
import { session, type Where } from './connections.ts'
import type { Unfinished } from './journal.ts'
import { knownNetwork } from './networks.ts'
import type { Note } from './note.ts'
import { learnChainRefusals } from './refusals.ts'

export type { Call, Receipt, Signed, Step }

/**
 * Signs calls as one transaction, sends it, and keeps what becomes of it in this browser's journal. Every transaction of
 * this app goes through here. Resolves when a block holds it; `onStep` hears the rest. `keep` is done before it is sent,
 * by who goes on with it after a reload; without it `resumeTransactions` does.
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
  const note = await begin(network, await open.address(), calls)
  // A browser that keeps nothing, as in a private window, is no reason to fail.
  const kept = keep ?? ((signed: Signed) => note.keep(signed).catch(() => undefined))
  return heard(note, onStep, (told) => open.submit(calls, callback(told), callback(kept)))
}

/** Goes on with a transaction that was signed at `atMs`, by a page that is gone. @throws WireError as `resume` of the chain */
export async function retrace(
  network: Where,
  { atMs, ...signed }: Signed & { atMs: number },
  calls: Call[],
  onStep: (step: Step) => void,
  opening: ReturnType<typeof session>,
): Promise<Receipt> {
  const open = await opening
  const note = await begin(network, await open.address(), calls, atMs)
  return heard(note, onStep, (told) => open.resume(signed, callback(told)))
}

/**
 * Goes on with transactions of which pages that are gone saw no end: they are looked for in blocks, and sent once more
 * where that is of use. What another tab follows is left to it, until that tab is gone.
 */
export async function resumeTransactions(): Promise<void> {
  const [{ unfinished }, { followAlone, isFollowed }] = await Promise.all([import('./journal.ts'), import('./note.ts')])
  for (const { id, network: networkId } of await unfinished()) {
    const network = knownNetwork(networkId)
    if (!network || isFollowed(id)) continue
    void followAlone(id, async () => (await unfinished()).find((one) => one.id === id))
      .then((left) => left && goOn(network, left))
      // What became of it stays unknown until it is looked for again.
      .catch(() => undefined)
  }
}

async function goOn(network: Where, { address, calls, atMs, signed }: Unfinished) {
  const open = await session(network)
  const note = await begin(network, address, calls, atMs)
  await heard(
    note,
    () => undefined,
    (told) => open.resume(signed, callback(told)),
  )
}

async function begin(network: Where, address: string, calls: Call[], atMs?: number): Promise<Note> {
  const [{ note }] = await Promise.all([import('./note.ts'), learnChainRefusals()])
  return note({ network: network.id, address }, calls, atMs)
}

async function heard<T>(note: Note, onStep: (step: Step) => void, act: (told: (step: Step) => void) => Promise<T>) {
  let inBlock = false
  try {
    return await act((step) => {
      inBlock ||= step.step === 'in-block'
      note.hear(step).catch(() => undefined)
      onStep(step)
    })
  } catch (error) {
    // One that a block holds is followed until that is final, whatever the chain made of it.
    if (!inBlock) note.leave()
    throw error
  }
}
