import { bytesToHex } from '@noble/hashes/utils.js'
import { queryOptions } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Plan } from '#domain/plan/plan.ts'
import { client } from './client.ts'
import {
  draftLines,
  dropDrafts,
  lineOf,
  readDraft,
  writeDraft,
  writeSigned,
  type Draft,
  type DraftLine,
  type Signing,
} from './draft-store.ts'

export { draftsAreKept, type Draft, type DraftLine, type Signing } from './draft-store.ts'

/** More are not kept: with one more, the one that was left alone longest goes. */
export const mostDrafts = 100

/** Every draft of this browser that has anything in it or had, the one changed last first. */
export const draftList = queryOptions({
  queryKey: ['drafts'],
  queryFn: async () => (await lastFirst()).filter((line) => !isBlank(line)),
})

const lastFirst = async () => (await draftLines()).sort((a, b) => b.changedAt - a.changedAt)

/** Begun with nothing in it, and left so. */
const isBlank = ({ types, madeAt, changedAt }: DraftLine) => changedAt === madeAt && Object.keys(types).length === 0
const dayMs = 86_400_000

/** One draft with its plan; `null` when there is none by this id. */
export const draft = (id: string) =>
  queryOptions({
    queryKey: ['drafts', id],
    queryFn: async (): Promise<Draft | null> => {
      const found = await readDraft(id)
      if (found) known.set(id, found.changedAt)
      return found ?? null
    },
    // The builder that shows it is who writes it.
    staleTime: Infinity,
    gcTime: 0,
  })

/** When each draft was changed last, as far as this page knows. */
const known = new Map<string, number>()
/** What drafts of this page became elsewhere. */
let conflicts: ReadonlyMap<string, Draft> = new Map()
const listeners = new Set<() => void>()

/** Keeps a new draft and gives its id. */
export async function newDraft(network: string, plan: Plan): Promise<string> {
  const id = bytesToHex(crypto.getRandomValues(new Uint8Array(4)))
  const now = Date.now()
  await write({ id, network, madeAt: now, changedAt: now }, plan, undefined)
  const isLeft = (line: DraftLine) => isBlank(line) && line.madeAt < now - dayMs
  const gone = (await lastFirst()).filter((line, i) => i >= mostDrafts || isLeft(line))
  await dropDrafts(gone.map((line) => line.id))
  return id
}

/**
 * Writes what a draft has become. Where it was changed elsewhere since this page knows it, as in another tab, nothing is
 * written: `useDraftConflict` tells of it from then on, until `keepMine` or `takeTheirs`.
 */
export async function saveDraft({ id, network, madeAt }: Draft, plan: Plan): Promise<'saved' | 'conflict'> {
  const before = known.get(id)
  // Later than before, even where a clock was set back: it tells one writing from the next.
  const changedAt = Math.max(Date.now(), (before ?? 0) + 1)
  if (await write({ id, network, madeAt, changedAt }, plan, before)) return 'saved'
  await noticeChange(id)
  return 'conflict'
}

async function write(of: Pick<DraftLine, 'id' | 'network' | 'madeAt' | 'changedAt'>, plan: Plan, before?: number) {
  const written = await writeDraft(lineOf(of, plan), plan, before)
  if (written) known.set(of.id, of.changedAt)
  void client.invalidateQueries({ queryKey: ['drafts'], exact: true })
  return written
}

/** Looks whether a draft was changed elsewhere, as when its tab is in sight again. */
export async function noticeChange(id: string): Promise<void> {
  const there = await readDraft(id)
  if (there && known.has(id) && there.changedAt !== known.get(id)) tell(id, there)
}

/** What a draft of this page became elsewhere; `undefined` while it is what this page knows. */
export const useDraftConflict = (id: string): Draft | undefined =>
  useSyncExternalStore(subscribe, () => conflicts.get(id))

/** Writes what this page has over what came from elsewhere. */
export async function keepMine(theirs: Draft, plan: Plan): Promise<void> {
  known.set(theirs.id, theirs.changedAt)
  if ((await saveDraft(theirs, plan)) === 'saved') tell(theirs.id, undefined)
}

/** Goes on from what came from elsewhere, which is to be shown then. */
export function takeTheirs({ id, changedAt }: Draft): void {
  known.set(id, changedAt)
  tell(id, undefined)
}

/** Notes the run that came of a draft; `undefined` once it was undone. */
export async function markSigned(id: string, signed: Signing | undefined): Promise<void> {
  await writeSigned(id, signed)
  await client.invalidateQueries({ queryKey: ['drafts'], exact: true })
}

export async function removeDraft(id: string): Promise<void> {
  await dropDrafts([id])
  known.delete(id)
  client.removeQueries({ queryKey: ['drafts', id] })
  await client.invalidateQueries({ queryKey: ['drafts'], exact: true })
}

/** Brings a draft back that was removed just now. */
export async function restoreDraft({ plan, ...line }: Draft): Promise<void> {
  await write(line, plan)
}

function tell(id: string, theirs: Draft | undefined) {
  const next = new Map(conflicts)
  if (theirs) next.set(id, theirs)
  else next.delete(id)
  conflicts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
