import { bytesToHex } from '@noble/hashes/utils.js'
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { failuresOf, isOver, isRunning, isUp, type Run } from '#domain/deployment/run.ts'
import { begin } from '#domain/deployment/run-begin.ts'
import type { Tft } from '#domain/money.ts'
import type { Planned } from '#domain/plan/planned.ts'
import { WireError } from '#protocols/fault.ts'
import { chosen, type Chosen } from './chosen.ts'
import { client as pageClient } from './client.ts'
import type { Where } from './connections.ts'
import { markSigned, removeDraft } from './drafts.ts'
import { inOneTab } from './one-tab.ts'
import { RunDriver } from './run-driver.ts'
import { tell } from './run-notice.ts'
import { forgetRun, keepRun, readRun, readRuns, type RunRecord } from './run-record.ts'
import { gridOf } from './run-world.ts'
import type { Call } from './transact.ts'
import { onUnlocked } from './unlocked.ts'

export { contractCalls, signaturesOf } from './run-calls.ts'

/**
 * A run as a page shows it. `locked`: it waits for the account's key. `kept`: the browser keeps it, so the page may be
 * closed. `calls` are what each of its payments asks of the chain, once that is known.
 */
export type RunView = {
  id: string
  network: string
  address: string
  /** Who began it. */
  who: Chosen
  byWallet: boolean
  run: Run
  calls: Call[][]
  locked: boolean
  kept: boolean
}

/**
 * `cancels`: contracts that end with the first signature. `solution`: what kind of thing it is, as in a plan. `hourly`: what
 * it was said to cost. `draft`: the draft that is signed by it.
 */
type StartOptions = { cancels?: number[]; solution?: string; hourly?: Tft; draft?: string }

const views = new Map<string, RunView>()
const drivers = new Map<string, RunDriver>()
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** One tab leads a run; what it does the others hear of here, and it does what they ask for. */
type Message = { id: string; kind: 'changed' | 'retry' | 'undo' }
const channel = globalThis.BroadcastChannel && new BroadcastChannel('runs')
if (channel) channel.onmessage = ({ data }: MessageEvent<Message>) => void hear(data)

/** A run as it goes, or as it was left; `undefined` while it is read, and when this browser knows none by this id. */
export const useRun = (id: string): Run | undefined => useRunView(id)?.run
export const useRunView = (id: string): RunView | undefined => useSyncExternalStore(subscribe, () => views.get(id))

/** Reads a run that this page has not seen yet. `null` when this browser keeps none by this id. */
export const storedRun = (id: string) =>
  queryOptions({
    queryKey: ['runs', id],
    queryFn: async (): Promise<RunView | null> => {
      const known = views.get(id)
      if (known) return known
      const record = await readRun(id)
      if (!record) return null
      show(viewOf(record))
      if (!isOver(record.run)) void resumeRuns()
      return viewOf(record)
    },
    staleTime: Infinity,
  })

/** Every run of this browser, the newest first. */
export const runList = queryOptions({
  queryKey: ['runs'],
  queryFn: async (): Promise<RunView[]> => (await readRuns()).map((record) => views.get(record.id) ?? viewOf(record)),
  staleTime: 0,
})

/** Signs, pays and sends a plan. Gives the id of the run, which goes on whatever page is open, and after all are closed. */
export function startRun(
  network: Where,
  client: QueryClient,
  name: string,
  planned: Planned[],
  { cancels = [], solution = '', hourly, draft }: StartOptions = {},
): string {
  const who = chosen(network.id)
  if (!who) throw new WireError({ kind: 'no-account', where: 'This browser' })
  const id = bytesToHex(crypto.getRandomValues(new Uint8Array(8)))
  const at = Date.now()
  const run = begin({ name, solution, planned, cancels, at, ...(hourly !== undefined && { hourly }) })
  const record: RunRecord = { id, network, who, run, planned, calls: [], signed: [], ...(draft && { draft }) }
  if (draft) void markSigned(draft, { at, runId: id })
  show(viewOf(record))
  void inOneTab(`run ${id}`, async () => lead(record, client, (driver) => driver.pump()))
  return id
}

/** Goes on where runs of pages that are gone stopped. What another tab leads is taken over when that tab goes. */
export async function resumeRuns(): Promise<void> {
  for (const record of await readRuns({ unfinished: true })) {
    if (drivers.has(record.id)) continue
    show(viewOf(record))
    void inOneTab(`run ${record.id}`, async () => {
      const now = await readRun(record.id)
      if (now && !isOver(now.run)) await lead(now, pageClient, (driver) => void driver.resume())
    })
  }
}

/** Goes on where a run stopped, by a person's wish. */
export const retryRun = (id: string) => ({
  mutationFn: async () => {
    const driver = drivers.get(id)
    if (driver) await driver.retry()
    else say({ id, kind: 'retry' })
  },
})

/** Takes back what a run made, for one signature. */
export const undoRun = (id: string) => ({
  mutationFn: async () => {
    const driver = drivers.get(id)
    if (driver) await driver.undo()
    else say({ id, kind: 'undo' })
  },
})

/** Forgets a run that is of no more use. What it made stays. */
export const dropRun = (id: string) => ({
  mutationFn: async () => {
    drivers.delete(id)
    await forgetRun(id)
    views.delete(id)
    for (const listener of listeners) listener()
    await pageClient.invalidateQueries({ queryKey: ['runs'] })
  },
})

/** Leads a run until it is over. */
async function lead(record: RunRecord, client: QueryClient, start: (driver: RunDriver) => void): Promise<void> {
  let before = record.run
  const queryKey = [record.network.id]
  await new Promise<void>((resolve) => {
    const driver: RunDriver = new RunDriver(
      record,
      { ...gridOf(record), keep: (now) => keepRun(now).then(() => say({ id: now.id, kind: 'changed' })) },
      () => {
        const { run } = driver.record
        show(viewOf(driver.record, driver))
        if (landmarks(run) !== landmarks(before)) {
          void client.invalidateQueries({ queryKey })
          tell(driver.record.id, before, run)
          void settleDraft(driver.record)
        }
        before = run
        if (driver.isOver || drivers.get(record.id) !== driver) resolve()
      },
    )
    drivers.set(record.id, driver)
    start(driver)
  })
  drivers.delete(record.id)
}

/** A draft goes once all of it runs, and is one to be signed again once that was undone. */
async function settleDraft({ draft, run }: RunRecord): Promise<void> {
  if (!draft) return
  if (isRunning(run)) await removeDraft(draft)
  else if (run.undoneAt !== undefined) await markSigned(draft, undefined)
}

/** What lists of other pages show of a run: they are read anew when it changes. */
const landmarks = (run: Run): string =>
  [
    ...run.payments.map(({ inBlock }) => inBlock !== undefined),
    ...run.parts.map(isUp),
    isRunning(run),
    failuresOf(run).length,
    run.undoneAt,
  ].join()

const say = (message: Message) => channel?.postMessage(message)

async function hear({ id, kind }: Message): Promise<void> {
  const driver = drivers.get(id)
  if (kind === 'retry') await driver?.retry().catch(() => undefined)
  else if (kind === 'undo') await driver?.undo().catch(() => undefined)
  else if (!driver && views.has(id)) {
    const record = await readRun(id)
    if (record && !drivers.has(id)) show(viewOf(record))
  }
}

function show(view: RunView): void {
  views.set(view.id, view)
  for (const listener of listeners) listener()
}

const viewOf = ({ id, network, who, run, calls }: RunRecord, driver?: RunDriver): RunView => ({
  id,
  network: network.id,
  address: who.address,
  who,
  byWallet: who.by === 'wallet',
  run,
  calls,
  locked: driver?.locked ?? false,
  kept: driver?.kept ?? true,
})

if (globalThis.window)
  onUnlocked(() => {
    for (const driver of drivers.values()) if (driver.locked) driver.unlocked()
  })
