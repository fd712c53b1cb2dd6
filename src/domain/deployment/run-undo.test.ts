import { expect, test } from 'vitest'
import { newDeployment } from '#domain/plan/plan.ts'
import { failuresOf, isRunning, todo } from './run.ts'
import { keptByUndo, restored } from './restored.ts'
import { undoOf } from './run-undo.ts'
import {
  accepted,
  after,
  contracts,
  disk,
  network,
  paid,
  planned,
  reported,
  said,
  shop,
  start,
  two,
} from './some-run.ts'

const held = { ...newDeployment([disk('disk1'), disk('disk2')]), twin_id: 1, contract_id: 5 }
const grown = {
  ...held,
  version: 1,
  workloads: [
    { ...disk('disk1', 20), version: 1 },
    { ...disk('disk3'), version: 1 },
  ],
}
const change = [planned(7, grown, held), planned(7, newDeployment([network]))]
const all = () => true
const changed = () =>
  after(
    start(change, [3]),
    { kind: 'prepared', payment: 0, hashes: [], before: [[0, 'old']], held: [] },
    { kind: 'signed', payment: 0, hash: '0x8f' },
    { kind: 'included', payment: 0, contracts: contracts(change).slice(1), names: [] },
  )

test('an update is there when all of it has the wanted version, and what left is gone', () => {
  const run = after(changed(), ...accepted(0))
  expect(run.parts[0]!.workloads.map(({ name, wanted }) => `${wanted} ${name}`)).toEqual([
    'run disk1',
    'run disk3',
    'remove disk2',
  ])
  const old = [said('disk1', 'ok'), said('disk2', 'ok')]
  const some = after(run, reported(0, ...old, said('disk1', 'ok', '', null, 1)))
  expect(some.parts[0]!.workloads.map(({ state }) => state)).toEqual(['ok', 'waiting', 'waiting'])
  const all = after(
    some,
    reported(0, ...old, said('disk2', 'deleted', 'deleted by an update'), said('disk3', 'ok', '', null, 1)),
  )
  expect(all.parts[0]).toMatchObject({ settledAt: 1000 })
})

test('a change that the node left undone is a failure with its words', () => {
  const run = after(
    changed(),
    ...accepted(0),
    reported(
      0,
      said('disk1', 'unchanged', 'not safe to shrink a disk', null, 1),
      said('disk2', 'deleted'),
      said('disk3', 'ok', '', null, 1),
    ),
  )
  expect(failuresOf(run)).toMatchObject([{ title: 'Node 7 could not change disk1', what: 'not safe to shrink a disk' }])
})

test('an undo cancels what was made, names too, and nothing that was there before', () => {
  const plan = [...two, planned(12, newDeployment([shop('http://10.0.0.1')]))]
  const run = after(start(plan), { kind: 'prepared', payment: 0, hashes: [], before: [], held: [] }, ...paid(plan))
  expect(undoOf(run, plan)).toMatchObject({ payment: { purpose: 'undo', cancels: [11, 12, 13, 99] }, parts: [] })
  const had = after(
    start(plan),
    { kind: 'prepared', payment: 0, hashes: [], before: [], held: ['shop'] },
    ...paid(plan),
  )
  expect(undoOf(had, plan).payment.cancels).toEqual([11, 12, 13])
  const undone = after(run, { kind: 'undo', ...undoOf(run, plan) })
  expect(todo(undone)).toEqual([
    { do: 'follow', payment: 0 },
    { do: 'sign', payment: 1 },
  ])
  const gone = after(
    undone,
    { kind: 'signed', payment: 1, hash: '0x90' },
    { kind: 'included', payment: 1, contracts: [], names: [] },
  )
  expect([gone.undoneAt, isRunning(gone)]).toEqual([2000, false])
})

test('an undo of an update that its node took brings back what was there, as the next version', () => {
  const run = after(changed(), ...accepted(0))
  const undo = undoOf(run, change)
  expect(undo.payment).toMatchObject({ cancels: [12], rehashes: [] })
  expect(undo.planned[0]!.deployment).toMatchObject({
    version: 2,
    workloads: [
      { name: 'disk1', version: 2 },
      { name: 'disk2', version: 2 },
    ],
  })
  const back = after(
    run,
    { kind: 'undo', ...undo },
    { kind: 'signed', payment: 1, hash: '0x90' },
    { kind: 'included', payment: 1, contracts: [], names: [] },
  )
  expect(back.undoneAt).toBeUndefined()
  expect(todo(back)).toContainEqual({ do: 'send', part: 2 })
  const there = after(
    back,
    ...accepted(2),
    reported(
      2,
      said('disk1', 'ok', '', null, 2),
      said('disk2', 'ok', '', null, 2),
      said('disk3', 'deleted', '', null, 1),
    ),
  )
  expect(there.undoneAt).toBe(3000)
})

test('of an update that its node never took only the contract changes back', () => {
  expect(undoOf(changed(), change)).toMatchObject({
    payment: { rehashes: [{ contractId: 5, hash: 'old', part: 0 }] },
    parts: [],
  })
})

test('what an update left alone keeps its version when it is undone', () => {
  const changedOne = {
    ...held,
    version: 1,
    workloads: [{ ...disk('disk1'), description: 'x', version: 1 }, disk('disk2')],
  }
  expect(restored(held, changedOne, all).workloads).toEqual([{ ...disk('disk1'), version: 2 }, disk('disk2')])
})

test('what grew stays so when all else of its update is undone, for no node shrinks it', () => {
  const grewOne = { ...held, version: 1, workloads: [{ ...disk('disk1', 20), version: 1 }] }
  expect(keptByUndo(held, grewOne)).toEqual(['disk1'])
  expect(restored(held, grewOne, all).workloads).toEqual([
    { ...disk('disk1', 20), version: 1 },
    { ...disk('disk2'), version: 2 },
  ])
})

test('what should have grown and did not is asked for at its old size', () => {
  const grewOne = { ...held, version: 1, workloads: [{ ...disk('disk1', 20), version: 1 }, disk('disk2')] }
  expect(restored(held, grewOne, () => false).workloads[0]).toEqual({ ...disk('disk1'), version: 2 })
})

test('an undo that was not signed is asked for again by a retry, and makes nothing anew', () => {
  const failed = after(
    start(two),
    ...paid(two),
    { kind: 'final', payment: 0 },
    ...accepted(1),
    reported(1, said('disk1', 'error', 'x'), said('vm1', 'error', 'y')),
  )
  const undone = after(failed, { kind: 'undo', ...undoOf(failed, two) })
  const refused = after(undone, { kind: 'died', payment: 1, at: 'chain', title: 'Not signed', what: '' })
  expect([todo(refused), failuresOf(refused).length]).toEqual([[], 1])
  const again = after(refused, { kind: 'retried' })
  expect([todo(again), again.payments.length]).toEqual([[{ do: 'sign', payment: 1 }], 2])
})
