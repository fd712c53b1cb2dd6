import { openDB, type DBSchema } from 'idb'
import { eachTime } from '#protocols/database.ts'
import type { Run } from '#domain/deployment/run.ts'
import { isOver } from '#domain/deployment/run.ts'
import type { Planned } from '#domain/plan/planned.ts'
import type { Call } from '#protocols/chain/call.ts'
import type { Signed } from '#protocols/chain/submit.ts'
import type { Chosen } from './chosen.ts'
import type { Where } from './connections.ts'
import { sealValue, unsealValue, type Sealed } from './sealed.ts'

/** All that it takes to go on with a run: kept in this browser before each step, sealed, for deployments hold secrets. */
export type RunRecord = {
  id: string
  network: Where
  /** Who began it, whoever is chosen later. */
  who: Chosen
  /** The draft that was signed, which is of no more use once all of it runs. */
  draft?: string
  run: Run
  /** By the places of the run's parts. Empty once nothing is left to do with them. */
  planned: Planned[]
  /** What each payment asks of the chain, once that is known. */
  calls: Call[][]
  /** Each payment's transaction, once it is signed. */
  signed: (Signed | null)[]
}

type Line = { id: string; network: string; address: string; name: string; startedAt: number; over: boolean }
type Stored = Line & { sealed: Sealed }

interface Schema extends DBSchema {
  runs: { key: string; value: Stored }
}

/** Tells a page that opens whether there is something to go on with, before anything is loaded for it. */
export const unfinishedKey = 'unfinished-runs'

const open = () =>
  openDB<Schema>('runs', 1, { upgrade: (database) => void database.createObjectStore('runs', { keyPath: 'id' }) })

const using = eachTime(open)

export async function keepRun(record: RunRecord): Promise<void> {
  const { id, network, who, run } = record
  const over = isOver(run)
  if (!over) localStorage.setItem(unfinishedKey, 'yes')
  const line: Line = { id, network: network.id, address: who.address, name: run.name, startedAt: run.startedAt, over }
  const stored = { ...line, sealed: await sealValue(over ? { ...record, planned: [], signed: [] } : record) }
  await using((database) => database.put('runs', stored))
}

export async function readRun(id: string): Promise<RunRecord | undefined> {
  const stored = await using((database) => database.get('runs', id))
  return stored && ((await unsealValue(stored.sealed)) as RunRecord)
}

/** Every run of this browser, the newest first; or only those that are not over. */
export async function readRuns({ unfinished = false } = {}): Promise<RunRecord[]> {
  const all = await using((database) => database.getAll('runs'))
  const wanted = all.filter(({ over }) => !unfinished || !over).sort((a, b) => b.startedAt - a.startedAt)
  if (wanted.every(({ over }) => over)) localStorage.removeItem(unfinishedKey)
  return (await Promise.all(wanted.map(({ sealed }) => unsealValue(sealed)))) as RunRecord[]
}

export const forgetRun = (id: string): Promise<void> => using((database) => database.delete('runs', id))
