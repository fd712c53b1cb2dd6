import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Zdb } from '#domain/workloads/zdb.ts'
import { bare, emptyPlan, newDeployment, type Plan } from '#domain/plan/plan.ts'

const password = 'correct horse battery'
const data: Zdb = { size: 18446744073709551615n, mode: 'seq', password, public: false }
const planOf = (name: string): Plan => ({
  ...emptyPlan(name, 'vm'),
  nodes: [
    {
      node: 7,
      deployments: [
        {
          deployment: newDeployment([
            {
              ...bare('db1'),
              type: 'zdb',
              data: Object.assign(data, { $bigint: '5', $$bigint: 6 }),
            },
          ]),
        },
      ],
    },
    { node: null, deployments: [] },
  ],
})

/** The module as another tab has it: the same database, nothing else in common. */
async function tab() {
  vi.resetModules()
  const [drafts, { client }] = await Promise.all([import('./drafts.ts'), import('./client.ts')])
  return {
    ...drafts,
    list: () => client.fetchQuery({ ...drafts.draftList, staleTime: 0 }),
    open: (id: string) => client.fetchQuery({ ...drafts.draft(id), staleTime: 0 }),
  }
}

const wipe = () => new Promise((resolve) => indexedDB.deleteDatabase('drafts').addEventListener('success', resolve))
beforeEach(wipe)
afterEach(() => vi.unstubAllGlobals())

test('a draft is there again after the page crashed, to the last digit and member', async () => {
  const before = await tab()
  const id = await before.newDraft('dev', planOf('web'))
  const draft = (await before.open(id))!
  await before.saveDraft(draft, planOf('shop'))

  const after = await tab()
  expect(await after.open(id)).toMatchObject({ id, network: 'dev', name: 'shop', plan: planOf('shop') })
  expect(await after.list()).toMatchObject([{ id, name: 'shop', solution: 'vm', nodes: [7], types: { zdb: 1 } }])
  expect(await after.open('gone')).toBeNull()
})

test('no secret of a draft is kept in clear', async () => {
  const { newDraft } = await tab()
  await newDraft('dev', planOf('web'))
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('drafts')
    request.addEventListener('success', () => resolve(request.result))
  })
  const rows = await new Promise((resolve) => {
    const request = database.transaction('drafts').objectStore('drafts').getAll()
    request.addEventListener('success', () => resolve(request.result))
  })
  const bytes = (_: string, value: unknown) =>
    value instanceof ArrayBuffer ? String.fromCharCode(...new Uint8Array(value)) : value
  const kept = JSON.stringify(rows, bytes)
  expect(kept).toContain('web')
  expect(kept).not.toContain('correct horse')
  database.close()
})

test('what another tab wrote is not written over until somebody decides', async () => {
  const first = await tab()
  const id = await first.newDraft('dev', planOf('web'))
  const mine = (await first.open(id))!
  const second = await tab()
  const theirs = (await second.open(id))!
  expect(await second.saveDraft(theirs, planOf('theirs'))).toBe('saved')
  expect(await second.saveDraft(theirs, planOf('theirs2'))).toBe('saved')

  expect(await first.saveDraft(mine, planOf('mine'))).toBe('conflict')
  expect((await second.open(id))!.name).toBe('theirs2')
  await first.keepMine((await second.open(id))!, planOf('mine'))
  expect((await second.open(id))!.name).toBe('mine')
})

test('taking what another tab wrote goes on from there', async () => {
  const first = await tab()
  const id = await first.newDraft('dev', planOf('web'))
  const mine = (await first.open(id))!
  const second = await tab()
  await second.saveDraft((await second.open(id))!, planOf('theirs'))
  expect(await first.saveDraft(mine, planOf('mine'))).toBe('conflict')
  first.takeTheirs((await second.open(id))!)
  expect(await first.saveDraft(mine, planOf('next'))).toBe('saved')
})

test('a draft that was removed can be brought back', async () => {
  const { newDraft, open, list, removeDraft, restoreDraft } = await tab()
  const id = await newDraft('dev', planOf('web'))
  const draft = (await open(id))!
  await removeDraft(id)
  expect(await list()).toEqual([])
  await restoreDraft(draft)
  expect((await open(id))!.plan).toEqual(draft.plan)
})

test('of more than a hundred, the one that was left alone longest goes', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000 })
  const { newDraft, list, mostDrafts } = await tab()
  for (let i = 0; i <= mostDrafts; i++) {
    vi.setSystemTime(1_000 + i)
    await newDraft('dev', planOf(`web${i}`))
  }
  vi.useRealTimers()
  const names = (await list()).map(({ name }) => name)
  expect(names).toHaveLength(mostDrafts)
  expect(names).not.toContain('web0')
})

test('a page that cannot encrypt keeps drafts as long as it lives, and nowhere', async () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  const page = await tab()
  expect(page.draftsAreKept()).toBe(false)
  const id = await page.newDraft('dev', planOf('web'))
  expect((await page.open(id))!.plan).toEqual(planOf('web'))
  expect((await (await tab()).list()).length).toBe(0)
})

test('what a draft was signed for stays noted while it is written on, in another tab too, until that was undone', async () => {
  const { newDraft, open, saveDraft, markSigned, list } = await tab()
  const id = await newDraft('dev', planOf('web'))
  const draft = (await open(id))!
  const signed = { at: 5, runId: 'one' }
  await (await tab()).markSigned(id, signed)
  expect(await saveDraft(draft, planOf('shop'))).toBe('saved')
  expect(await list()).toMatchObject([{ id, name: 'shop', signed }])
  await markSigned(id, undefined)
  expect((await list())[0]).not.toHaveProperty('signed')
  await markSigned('gone', signed)
  expect(await list()).toHaveLength(1)
})

test('what was begun and left with nothing in it is in no list, can be gone on with, and goes after a day', async () => {
  const { newDraft, list, open, saveDraft } = await tab()
  vi.useFakeTimers({ toFake: ['Date'] })
  const [left, used] = [await newDraft('dev', emptyPlan('left', 'vm')), await newDraft('dev', emptyPlan('used', 'vm'))]
  expect(await list()).toEqual([])
  await saveDraft((await open(used))!, emptyPlan('renamed', 'vm'))
  expect(await list()).toMatchObject([{ id: used, name: 'renamed' }])
  vi.advanceTimersByTime(25 * 3_600_000)
  await newDraft('dev', emptyPlan('next', 'vm'))
  expect(await open(left)).toBeNull()
  expect(await open(used)).not.toBeNull()
  vi.useRealTimers()
})
