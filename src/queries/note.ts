import { useSyncExternalStore } from 'react'
import type { Call } from '#protocols/chain/call.ts'
import type { Step } from '#protocols/chain/follow.ts'
import type { Signed } from '#protocols/chain/submit.ts'
import { inOneTab } from './one-tab.ts'
import { readEntry, writeEntry, type SentEntry, type Whose } from './journal.ts'

/** Transactions that this page follows, or waits for another one to follow: of the rest nobody hears any more. */
let followed: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()

/** The ids of entries that are followed now. */
export const useFollowed = (): ReadonlySet<string> => useSyncExternalStore(subscribe, () => followed)
export const isFollowed = (id: string): boolean => followed.has(id)

/** Does it once no other tab follows the same transaction. */
export async function followAlone<T>(id: string, act: () => Promise<T>): Promise<T> {
  setFollowed([...followed, id])
  try {
    return await inOneTab(`transaction ${id}`, act)
  } finally {
    setFollowed([...followed].filter((one) => one !== id))
  }
}

function setFollowed(ids: string[]) {
  followed = new Set(ids)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** What is written down of a transaction while this page follows it. */
export type Note = {
  /** Before it is sent: what it takes to go on with it. */
  keep: (signed: Signed) => Promise<void>
  hear: (step: Step) => Promise<void>
  /** Nothing more will be heard of it here. */
  leave: () => void
}

/** Writes a transaction down from its signature on, or on from where a page left it that had it signed at `atMs`. */
export function note({ network, address }: Whose, calls: Call[], atMs?: number): Note {
  let entry: SentEntry | undefined
  let id: string | undefined
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  let last = Promise.resolve()
  const change = (hash: string, become: (before: SentEntry) => SentEntry) => {
    const first = id === undefined
    const mine = (id ??= `${network} ${hash}`)
    if (first) void followAlone(mine, () => ended)
    const begun = { network, address, id: mine, kind: 'sent', hash, calls, state: 'signed' } as const
    last = last.then(async () => {
      entry ??= (await readEntry(mine)) as SentEntry | undefined
      entry = become(entry ?? { ...begun, atMs: atMs ?? Date.now() })
      await writeEntry(entry)
    })
    return last
  }
  return {
    keep: (signed) => change(signed.hash, (before) => ({ ...before, signed })),
    hear: async (step) => {
      await change(step.hash, (before) => after(before, step))
      if (ends.has(step.step)) end()
    },
    leave: () => end(),
  }
}

const ends = new Set<Step['step']>(['final', 'lost'])

function after(before: SentEntry, { hash, step: state, ...told }: Step): SentEntry {
  const steps = before.steps ?? []
  // Who goes on with it begins by telling that it was signed.
  if (state === 'signed' && steps.length > 0) return before
  const at = state === 'signed' ? before.atMs : Date.now()
  const entry = { ...before, ...told, hash, state, steps: [...steps, { state, at }] }
  if (ends.has(state)) delete entry.signed
  return entry
}
