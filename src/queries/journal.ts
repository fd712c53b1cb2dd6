import { queryOptions } from '@tanstack/react-query'
import { openDB, type DBSchema } from 'idb'
import type { Tft } from '#domain/money.ts'
import { eachTime } from '#protocols/database.ts'
import type { Call } from '#protocols/chain/call.ts'
import type { Happening } from '#protocols/chain/happenings.ts'
import type { Signed } from '#protocols/chain/submit.ts'
import type { Step } from '#protocols/chain/follow.ts'
import { client } from './client.ts'

/** Whose an entry is: one account on one network. */
export type Whose = { network: string; address: string }
type Common = Whose & { id: string; atMs: number }

/** A transaction that was signed in this browser, and the last that was heard of it. */
export type SentEntry = Common & {
  kind: 'sent'
  hash: string
  calls: Call[]
  state: Step['step']
  /** What was heard before and when, in unix milliseconds. Missing in entries of earlier versions. */
  steps?: { state: Step['step']; at: number }[]
  /** What it takes to go on with it, until its end is known. */
  signed?: Signed
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

const using = eachTime(() =>
  openDB<Schema>('journal', 1, {
    upgrade: (database) => {
      database.createObjectStore('entries', { keyPath: 'id' }).createIndex('whose', ['network', 'address'])
    },
  }),
)

/** What this browser knows of transactions of any account on a network, newest first. */
export const wholeJournal = (network: string) =>
  queryOptions({
    queryKey: [network, 'journal'],
    queryFn: async () => newestFirst((await allEntries()).filter((entry) => entry.network === network)),
    staleTime: Infinity,
  })

/** What this browser knows of an account's transactions, newest first. */
export const journal = (network: string, address: string) =>
  queryOptions({
    queryKey: [...wholeJournal(network).queryKey, address],
    queryFn: async () =>
      newestFirst(await using((database) => database.getAllFromIndex('entries', 'whose', [network, address]))),
    staleTime: Infinity,
  })

const allEntries = () => using((database) => database.getAll('entries'))
const newestFirst = (entries: Entry[]) => entries.sort((a, b) => b.atMs - a.atMs)

/** What other tabs write is shown in this one too. */
const channel = globalThis.BroadcastChannel && new BroadcastChannel('journal')
if (channel) channel.onmessage = ({ data }: MessageEvent<string>) => showAnew(data)
const showAnew = (network: string) => void client.invalidateQueries({ queryKey: wholeJournal(network).queryKey })

export async function writeEntry(entry: Entry) {
  if (entry.kind === 'sent' && entry.signed) localStorage.setItem(unfinishedKey, 'yes')
  await using((database) => database.put('entries', entry))
  showAnew(entry.network)
  channel?.postMessage(entry.network)
}

/** Tells a page that opens whether there is something to go on with, before anything is loaded for it. */
const unfinishedKey = 'unfinished-transactions'

export type Unfinished = SentEntry & { signed: Signed }

/** Transactions whose end no page saw, and that can still be followed. */
export async function unfinished(): Promise<Unfinished[]> {
  const left = (await allEntries()).filter((entry): entry is Unfinished => entry.kind === 'sent' && !!entry.signed)
  if (left.length === 0) localStorage.removeItem(unfinishedKey)
  return left
}

export const readEntry = (id: string): Promise<Entry | undefined> => using((database) => database.get('entries', id))

/** Writes down what came by itself. The same block told twice is one entry. */
export const noteSeen = ({ network, address }: Whose, seen: Seen) =>
  writeEntry({ ...seen, id: `${network} ${address} ${seen.id}`, network, address, atMs: Date.now() })
