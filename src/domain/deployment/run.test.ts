import { expect, test } from 'vitest'
import { newDeployment } from '#domain/plan/plan.ts'
import { contractIds, failuresOf, isOver, isRunning, todo } from './run.ts'
import { next, type RunEvent } from './run-events.ts'
import { causes } from './run-reports.ts'
import { accepted, after, contracts, disk, paid, planned, reported, said, shop, start, two, up } from './some-run.ts'

test('contracts belong to the deployments whose node and hash they carry, whatever their order', () => {
  const same = [planned(7, newDeployment([disk('disk1')])), planned(12, newDeployment([disk('disk1')]))]
  expect(after(start(same), ...paid(same)).parts.map(({ nodeId, contractId }) => [nodeId, contractId])).toEqual([
    [7, 11],
    [12, 12],
  ])
})

test('it is signed, then followed until its block is final, while deployments go out', () => {
  const run = start(two)
  expect(todo(run)).toEqual([{ do: 'sign', payment: 0 }])
  const signed = after(run, { kind: 'signed', payment: 0, hash: '0x8f' })
  expect(todo(signed)).toEqual([{ do: 'follow', payment: 0 }])
  const inBlock = after(run, ...paid(two))
  expect(todo(inBlock)).toEqual([
    { do: 'follow', payment: 0 },
    { do: 'send', part: 0 },
  ])
  expect(todo(after(inBlock, { kind: 'final', payment: 0 }))).toEqual([{ do: 'send', part: 0 }])
})

test('nodes are sent to at the same time; a network comes first on its own node only', () => {
  const plan = [...two, planned(12, newDeployment([disk('disk1')]))]
  const run = after(start(plan), ...paid(plan), { kind: 'final', payment: 0 })
  expect(todo(run)).toEqual([
    { do: 'send', part: 0 },
    { do: 'send', part: 2 },
  ])
  expect(todo(up(run, 0))).toEqual([
    { do: 'send', part: 1 },
    { do: 'send', part: 2 },
  ])
  expect(todo(after(run, ...accepted(0)))).toEqual([
    { do: 'watch', part: 0 },
    { do: 'send', part: 2 },
  ])
})

test('what waits for an address is signed once that is known, and the run is over after it', () => {
  const plan = [planned(7, newDeployment([disk('disk1')])), planned(12, newDeployment([shop('http://{disk1.ip}')]))]
  const run = after(start(plan), ...paid(plan), { kind: 'final', payment: 0 })
  expect(run.parts[1]).toMatchObject({ payment: 1, hash: '', waits: [0] })
  expect(todo(run)).toEqual([{ do: 'send', part: 0 }])
  const ready = up(run, 0)
  expect([todo(ready), isRunning(ready)]).toEqual([[{ do: 'sign', payment: 1 }], false])
  const known: RunEvent = { kind: 'prepared', payment: 1, hashes: [[1, 'ff']], before: [], held: [] }
  const made = { id: 13, nodeId: 12, hash: 'ff' }
  const second = after(
    ready,
    known,
    { kind: 'signed', payment: 1, hash: '0x90' },
    { kind: 'included', payment: 1, contracts: [made], names: [{ id: 14, name: 'shop' }] },
  )
  expect(contractIds(second)).toEqual([11, 13, 14])
  const running = up(second, 1)
  expect([isRunning(running), isOver(running)]).toEqual([true, false])
  expect(isOver(after(running, { kind: 'final', payment: 1 }))).toBe(true)
})

test('a workload times from when it was seen installing, or by the clock of its node when that was long ago', () => {
  const run = after(start(two), ...paid(two), ...accepted(0))
  const live = [1000, 2000, 4000].reduce(
    (one, at, i) =>
      next(
        one,
        reported(0, {
          ...said('nw', i < 2 ? 'init' : 'ok'),
          result: { created: at / 1000, state: i < 2 ? 'init' : 'ok', message: '', data: null },
        }),
        at,
      ),
    run,
  )
  expect(live.parts[0]!.workloads[0]).toMatchObject({ startedAt: 1000, settledAt: 4000 })
  const past = [
    { ...said('nw', 'init'), result: { created: 50, state: 'init', message: '', data: null } },
    { ...said('nw', 'ok'), result: { created: 57, state: 'ok', message: '', data: null } },
  ]
  expect(next(run, reported(0, ...past), 900_000).parts[0]!.workloads[0]).toMatchObject({
    startedAt: 50_000,
    settledAt: 57_000,
  })
})

test('the workload that failed by itself is named, not the one that was told first for want of it', () => {
  const run = after(
    start(two),
    ...paid(two),
    ...accepted(1),
    reported(1, said('vm1', 'error', "invalid disk 'disk1' state"), said('disk1', 'error', 'no space left')),
  )
  expect(failuresOf(run)).toMatchObject([
    { at: 'workload', title: 'Node 7 could not start disk1', what: 'no space left' },
  ])
  expect(causes(run.parts[1]!.workloads).map(({ name }) => name)).toEqual(['disk1'])
})

test('a failed workload waits for the others before its deployment stops', () => {
  const run = after(
    start(two),
    ...paid(two),
    ...accepted(1),
    reported(1, said('disk1', 'error', 'x'), said('vm1', 'init')),
  )
  expect(failuresOf(run)).toEqual([])
})

test('a block that loses takes its contracts along; in the next they may have other numbers and are sent again', () => {
  const run = up(after(start(two), ...paid(two)), 0)
  const retracted = after(run, { kind: 'retracted', payment: 0 })
  expect(todo(retracted)).toEqual([{ do: 'follow', payment: 0 }])
  const same = after(retracted, { kind: 'included', payment: 0, contracts: contracts(two), names: [] })
  expect(todo(same)).toEqual([
    { do: 'follow', payment: 0 },
    { do: 'send', part: 1 },
  ])
  const other = after(retracted, { kind: 'included', payment: 0, contracts: contracts(two, 21), names: [] })
  expect(contractIds(other)).toEqual([21, 22])
  expect(todo(other)).toEqual([
    { do: 'follow', payment: 0 },
    { do: 'send', part: 0 },
  ])
})

test('what no block will take can be signed anew; what may still be in one only looked for', () => {
  const signed = after(start(two), { kind: 'signed', payment: 0, hash: '0x8f' })
  const words = { title: 'No', what: 'why' }
  const died = after(signed, { kind: 'died', payment: 0, at: 'chain', ...words })
  expect([todo(died), failuresOf(died).length]).toEqual([[], 1])
  expect(todo(after(died, { kind: 'retried' }))).toEqual([{ do: 'sign', payment: 0 }])
  const unclear = after(signed, { kind: 'lost-sight', payment: 0, ...words })
  expect(todo(unclear)).toEqual([])
  expect(todo(after(unclear, { kind: 'returned', byWallet: true }))).toEqual([{ do: 'follow', payment: 0 }])
  expect(todo(after(unclear, { kind: 'retried' }))).toEqual([{ do: 'follow', payment: 0 }])
})

test('retrying what its node could not start ends its contract and makes it anew, and leaves the rest', () => {
  const run = up(after(start(two), ...paid(two), { kind: 'final', payment: 0 }), 0)
  const failed = after(run, ...accepted(1), reported(1, said('disk1', 'error', 'x'), said('vm1', 'error', 'y')))
  const again = after(failed, { kind: 'retried' })
  expect(again.payments[1]).toMatchObject({ purpose: 'retry', cancels: [12] })
  expect(todo(again)).toEqual([{ do: 'sign', payment: 1 }])
  const anew = after(
    again,
    { kind: 'signed', payment: 1, hash: '0x90' },
    { kind: 'included', payment: 1, contracts: [{ ...contracts(two)[1]!, id: 31 }], names: [] },
  )
  expect(contractIds(anew)).toEqual([11, 31])
  expect(todo(anew)).toEqual([
    { do: 'follow', payment: 1 },
    { do: 'send', part: 1 },
  ])
})
