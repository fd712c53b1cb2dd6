import { expect, test } from 'vitest'
import type { Planned } from '#domain/plan/planned.ts'
import { bare, newDeployment } from '#domain/plan/plan.ts'
import { gib } from '#domain/units.ts'
import { hash } from './challenge.ts'
import type { Deployment, Workload } from './deployment.ts'
import { contractIds, failuresOf, isOver, isRunning, todo, type Run } from './run.ts'
import { begin } from './run-begin.ts'
import { causes, next, type Report, type RunEvent } from './run-events.ts'
import { restored, undoOf } from './run-undo.ts'

const network = { ...bare('nw'), type: 'network', data: { subnet: '10.20.2.0/24' } } as unknown as Workload
const disk = (name: string, size = 10): Workload => ({ ...bare(name), type: 'zmount', data: { size: gib(size) } })
const machine = {
  ...bare('vm1'),
  type: 'zmachine',
  data: {
    flist: '',
    size: 0,
    compute_capacity: { cpu: 1, memory: 0 },
    mounts: [{ name: 'disk1' }],
    network: { interfaces: [{ network: 'nw' }] },
  },
} as unknown as Workload
const shop = (backend: string): Workload => ({
  ...bare('shop'),
  type: 'gateway-name-proxy',
  data: { name: 'shop', tls_passthrough: false, backends: [backend] },
})
const planned = (nodeId: number, deployment: Deployment, previous?: Deployment): Planned => ({
  node: { id: nodeId, twinId: 100 + nodeId },
  deployment: { ...deployment, twin_id: 1 },
  contractData: '',
  ...(previous && { previous }),
})
const two = [planned(7, newDeployment([network])), planned(7, newDeployment([disk('disk1'), machine]))]
const start = (plan: Planned[], cancels: number[] = []) =>
  begin({ name: 'web1', solution: 'vm', planned: plan, cancels, at: 0 })
const after = (run: Run, ...events: RunEvent[]) =>
  events.reduce((one, event, i) => next(one, event, (i + 1) * 1000), run)
const contracts = (plan: Planned[], first = 11) =>
  plan.map(({ node, deployment }, i) => ({ id: first + i, nodeId: node.id, hash: hash(deployment) }))
const paid = (plan: Planned[], payment = 0): RunEvent[] => [
  { kind: 'signed', payment, hash: '0x8f' },
  {
    kind: 'included',
    payment,
    blockNumber: 42,
    fee: 13n,
    contracts: contracts(plan).reverse(),
    names: [{ id: 99, name: 'shop' }],
  },
]
const accepted = (part: number): RunEvent[] => [
  { kind: 'sent', part },
  { kind: 'accepted', part },
]
const said = (name: string, state: string, message = '', data: unknown = null, version = 0): Report => ({
  name,
  version,
  result: { created: 0, state, message, data },
})
const reported = (part: number, ...reports: Report[]): RunEvent => ({ kind: 'reported', part, reports })
const up = (run: Run, part: number, data: unknown = null) =>
  after(
    run,
    ...accepted(part),
    reported(part, ...run.parts[part]!.workloads.map((one) => said(one.name, 'ok', '', data, one.version))),
  )

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
  const grewOne = { ...held, version: 1, workloads: [{ ...disk('disk1', 20), version: 1 }, disk('disk2')] }
  expect(restored(held, grewOne).workloads).toEqual([{ ...disk('disk1'), version: 2 }, disk('disk2')])
})
