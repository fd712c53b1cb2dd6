import { queryOptions } from '@tanstack/react-query'
import { openDB, type DBSchema } from 'idb'
import type { Tft } from '#domain/money.ts'
import type { Call } from '#protocols/chain/call.ts'
import type { Happening } from '#protocols/chain/happenings.ts'
import type { Step } from '#protocols/worker/open.ts'
import { client } from './client.ts'

/** Whose an entry is: one account on one network. */
type Whose = { network: string; address: string }
type Common = Whose & { id: string; atMs: number }

/** A transaction that was signed in this browser, and the last that was heard of it. */
export type SentEntry = Common & {
  kind: 'sent'
  hash: string
  calls: Call[]
  state: Step['step']
  block?: number
  fee?: Tft
  refusal?: string
  outcome?: string
}

/** TFT that came or left Stellar's way while a page of this browser looked. */
type Seen = Extract<Happening, { kind: 'received' | 'deposited' | 'withdrawn' }>
export type Entry = SentEntry | (Common & Seen)

interface Schema extends DBSchema {
  entries: { key: string; value: Entry; indexes: { whose: [string, string] } }
}

const open = () =>
  openDB<Schema>('journal', 1, {
    upgrade: (database) => {
      database.createObjectStore('entries', { keyPath: 'id' }).createIndex('whose', ['network', 'address'])
    },
  })

const keyOf = ({ network, address }: Whose) => [network, 'journal', address]

/** What this browser knows of an account's transactions, newest first. */
export const journal = (network: string, address: string) =>
  queryOptions({
    queryKey: keyOf({ network, address }),
    queryFn: async () => {
      const database = await open()
      const entries = await database.getAllFromIndex('entries', 'whose', [network, address])
      database.close()
      return entries.sort((a, b) => b.atMs - a.atMs)
    },
    staleTime: Infinity,
  })

/** What this browser knows of transactions of any account on a network, newest first. */
export const wholeJournal = (network: string) =>
  queryOptions({
    queryKey: [network, 'journal'],
    queryFn: async () => {
      const database = await open()
      const entries = await database.getAll('entries')
      database.close()
      return entries.filter((entry) => entry.network === network).sort((a, b) => b.atMs - a.atMs)
    },
    staleTime: Infinity,
  })

async function write(entry: Entry) {
  const database = await open()
  await database.put('entries', entry)
  database.close()
  void client.invalidateQueries({ queryKey: wholeJournal(entry.network).queryKey })
}

/** Transactions that this page follows: of others nobody hears any more. */
const followed = new Set<string>()
export const isFollowed = ({ id }: Entry) => followed.has(id)

/** Writes a transaction down from its signature at `atMs` on. What it gives takes each step. */
export function note(whose: Whose, calls: Call[], atMs = Date.now()): (step: Step) => Promise<void> {
  let entry: SentEntry | undefined
  let last = Promise.resolve()
  return (step) => {
    const { hash, step: state, ...told } = step
    const id = `${whose.network} ${hash}`
    followed.add(id)
    entry = { ...(entry ?? { ...whose, id, kind: 'sent', hash, calls, atMs }), ...told, state }
    const now = entry
    last = last.then(() => write(now))
    return last
  }
}

/** Writes down what came by itself. The same block told twice is one entry. */
export const noteSeen = ({ network, address }: Whose, seen: Seen) =>
  write({ ...seen, id: `${network} ${address} ${seen.id}`, network, address, atMs: Date.now() })
