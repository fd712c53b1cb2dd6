import { openDB, type DBSchema } from 'idb'
import { eachTime } from '#protocols/database.ts'
import type { WorkloadType } from '#domain/deployment/deployment.ts'
import { placed, type Plan } from '#domain/plan/plan.ts'
import { canSeal, sealValue, unsealValue, type Sealed } from './sealed.ts'

/** What is known of a draft without opening it. Its id stands in addresses. Times are unix milliseconds. */
export type DraftLine = {
  id: string
  network: string
  name: string
  solution: string
  /** Those that were chosen. */
  nodes: number[]
  /** How many workloads of each type are in it. */
  types: Partial<Record<WorkloadType, number>>
  madeAt: number
  changedAt: number
  /** When it was signed, and the run that came of it. */
  signed?: Signing
}

export type Signing = { at: number; runId: string }

/** A plan that somebody works on. */
export type Draft = DraftLine & { plan: Plan }

/** How a draft is kept: its plan may hold keys and passwords, so only the browser can open it. */
export type KeptDraft = DraftLine & { sealed: Sealed }

interface Schema extends DBSchema {
  drafts: { key: string; value: KeptDraft }
}

/** Drafts of a browser that cannot keep them: they live as long as the page. */
const passing = new Map<string, Draft>()

/** Whether drafts outlive this page. A page that came over plain http cannot encrypt them. */
export const draftsAreKept = (): boolean => canSeal() && globalThis.indexedDB !== undefined

const open = () =>
  openDB<Schema>('drafts', 1, {
    upgrade: (database) => void database.createObjectStore('drafts', { keyPath: 'id' }),
  })

const using = eachTime(open)

/** What can be told of a plan without opening it. */
export function lineOf(draft: Pick<DraftLine, 'id' | 'network' | 'madeAt' | 'changedAt'>, plan: Plan): DraftLine {
  const { id, network, madeAt, changedAt } = draft
  const types: DraftLine['types'] = {}
  for (const { workload } of placed(plan)) types[workload.type] = (types[workload.type] ?? 0) + 1
  const { name, solution, nodes } = plan
  return { id, network, name, solution, nodes: nodes.flatMap(({ node }) => node ?? []), types, madeAt, changedAt }
}

const lineOnly = ({ id, network, name, solution, nodes, types, madeAt, changedAt, signed }: DraftLine): DraftLine => ({
  id,
  network,
  name,
  solution,
  nodes,
  types,
  madeAt,
  changedAt,
  ...(signed && { signed }),
})

export const draftLines = async (): Promise<DraftLine[]> =>
  draftsAreKept()
    ? (await using((database) => database.getAll('drafts'))).map(lineOnly)
    : [...passing.values()].map(lineOnly)

/** `undefined` when there is none by this id. */
export async function readDraft(id: string): Promise<Draft | undefined> {
  if (!draftsAreKept()) return passing.get(id)
  const kept = await using((database) => database.get('drafts', id))
  if (!kept) return undefined
  const { sealed, ...line } = kept
  return { ...line, plan: (await unsealValue(sealed)) as Plan }
}

/**
 * Writes a draft, unless it is not any more what the writer knows.
 *
 * @param known when it was changed last as far as the writer knows; `undefined` of one that is new, or that must be written
 * @returns whether it was written
 */
export async function writeDraft(line: DraftLine, plan: Plan, known: number | undefined): Promise<boolean> {
  if (!draftsAreKept()) {
    const signed = passing.get(line.id)?.signed
    passing.set(line.id, { ...line, ...(signed && { signed }), plan })
    return true
  }
  // Before the transaction: one that waits for anything else ends.
  const sealed = await sealValue(plan)
  return using(async (database) => {
    const { store, done } = database.transaction('drafts', 'readwrite')
    const there = await store.get(line.id)
    const isKnown = known === undefined || there === undefined || there.changedAt === known
    // Who writes a plan does not know that it is signed meanwhile.
    if (isKnown) await store.put({ ...line, ...(there?.signed && { signed: there.signed }), sealed })
    await done
    return isKnown
  })
}

/** Notes that a draft was signed, or with `undefined` that nothing came of it; its plan stays as it is. */
export async function writeSigned(id: string, signed: Signing | undefined): Promise<void> {
  const marked = <Kept extends DraftLine>(kept: Kept): Kept => {
    const { signed: _, ...bare } = kept
    return { ...bare, ...(signed && { signed }) } as Kept
  }
  if (!draftsAreKept()) {
    const there = passing.get(id)
    if (there) passing.set(id, marked(there))
    return
  }
  await using(async (database) => {
    const { store, done } = database.transaction('drafts', 'readwrite')
    const there = await store.get(id)
    if (there) await store.put(marked(there))
    await done
  })
}

export async function dropDrafts(ids: readonly string[]): Promise<void> {
  for (const id of ids) passing.delete(id)
  if (draftsAreKept())
    await using(async (database) => {
      const { store, done } = database.transaction('drafts', 'readwrite')
      for (const id of ids) await store.delete(id)
      await done
    })
}
