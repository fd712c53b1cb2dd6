import { queryOptions } from '@tanstack/react-query'
import { openDB, type DBSchema } from 'idb'
import type { Plan } from '#domain/plan/plan.ts'
import { client } from './client.ts'
import { sealValue, unsealValue, type Sealed } from './sealed.ts'

/** A plan that somebody works on, by its id in addresses. Times are unix milliseconds. */
export type DraftLine = {
  id: string
  network: string
  name: string
  solution: string
  madeAt: number
  changedAt: number
}
export type Draft = DraftLine & { plan: Plan }

type Stored = DraftLine & { sealed: Sealed }

interface Schema extends DBSchema {
  drafts: { key: string; value: Stored }
}

async function using<T>(act: (database: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  const database = await open()
  try {
    return await act(database)
  } finally {
    database.close()
  }
}

const open = () =>
  openDB<Schema>('drafts', 1, {
    upgrade: (database) => void database.createObjectStore('drafts', { keyPath: 'id' }),
  })

const lineOf = ({ id, network, name, solution, madeAt, changedAt }: Stored): DraftLine => ({
  id,
  network,
  name,
  solution,
  madeAt,
  changedAt,
})

/** Every draft of this browser, the one changed last first. */
export const draftList = queryOptions({
  queryKey: ['drafts'],
  queryFn: async () =>
    (await using((database) => database.getAll('drafts'))).map(lineOf).sort((a, b) => b.changedAt - a.changedAt),
})

/** One draft with its plan; `null` when there is none by this id. */
export const draft = (id: string) =>
  queryOptions({
    queryKey: ['drafts', id],
    queryFn: async (): Promise<Draft | null> => {
      const stored = await using((database) => database.get('drafts', id))
      return stored ? { ...lineOf(stored), plan: (await unsealValue(stored.sealed)) as Plan } : null
    },
    // The builder that shows it is who writes it.
    staleTime: Infinity,
    gcTime: 0,
  })

/** Keeps a new draft and gives its id. */
export async function newDraft(network: string, plan: Plan): Promise<string> {
  const id = crypto.randomUUID().slice(0, 8)
  const now = Date.now()
  await put({ id, network, madeAt: now, changedAt: now, plan })
  return id
}

/** Writes what a draft has become. */
export const saveDraft = (line: Pick<DraftLine, 'id' | 'network' | 'madeAt'>, plan: Plan): Promise<void> =>
  put({ ...line, changedAt: Date.now(), plan })

async function put({ plan, ...line }: Omit<Draft, 'name' | 'solution'>) {
  const { name, solution } = plan
  const stored = { ...line, name, solution, sealed: await sealValue(plan) }
  await using((database) => database.put('drafts', stored))
  void client.invalidateQueries({ queryKey: ['drafts'], exact: true })
}

export async function removeDraft(id: string): Promise<void> {
  await using((database) => database.delete('drafts', id))
  await client.invalidateQueries({ queryKey: ['drafts'] })
}
