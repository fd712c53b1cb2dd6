import { expect, test } from 'vitest'
import { begin, contractIds, currentPart, isRunning, next, type Part, type Run, type RunEvent } from './run.ts'

const part = (hash: string, workloads: [name: string, type: string][]): Part => ({
  nodeId: 7,
  hash,
  workloads: workloads.map(([name, type]) => ({ name, type, state: 'waiting', message: '', data: null })),
})
const network = part('aa', [['nw', 'network']])
const machine = part('bb', [
  ['disk1', 'zmount'],
  ['vm1', 'zmachine'],
])
const included: RunEvent = {
  kind: 'included',
  blockNumber: 42,
  extrinsicHash: '0x8f',
  fee: 13_000n,
  contracts: [
    { id: 12, hash: 'bb' },
    { id: 11, hash: 'aa' },
  ],
}
const said = (name: string, state: string, message = '', data: unknown = null) => ({
  name,
  result: { state, message, data },
})
const after = (events: RunEvent[], from: Run = begin('web1', 0, [network, machine])) =>
  events.reduce((run, event, i) => next(run, event, (i + 1) * 1000), from)

test('contracts belong to the deployments whose hash they carry, whatever their order', () => {
  const run = after([{ kind: 'signed' }, included])
  expect(run.parts.map(({ hash, contractId }) => [hash, contractId])).toEqual([
    ['aa', 11],
    ['bb', 12],
  ])
  expect(run.inBlock).toEqual({ at: 2000, number: 42, extrinsicHash: '0x8f', fee: 13_000n })
})

test('the network is sent first; the machine follows once the network is up', () => {
  const waiting = after([included, { kind: 'sent', hash: 'aa' }, { kind: 'accepted', hash: 'aa' }])
  expect(currentPart(waiting)?.hash).toBe('aa')
  const up = after([{ kind: 'reported', hash: 'aa', reports: [said('nw', 'init'), said('nw', 'ok')] }], waiting)
  expect(currentPart(up)?.hash).toBe('bb')
  expect(isRunning(up)).toBe(false)
})

test('a run is running when every workload is ok, and keeps what the node made', () => {
  const run = after([
    included,
    { kind: 'reported', hash: 'aa', reports: [said('nw', 'ok')] },
    { kind: 'reported', hash: 'bb', reports: [said('disk1', 'ok')] },
    { kind: 'reported', hash: 'bb', reports: [said('disk1', 'ok'), said('vm1', 'ok', '', { ip: '10.20.2.2' })] },
  ])
  expect(isRunning(run)).toBe(true)
  expect(currentPart(run)).toBeUndefined()
  expect(run.parts[1]?.workloads[1]).toMatchObject({ state: 'ok', data: { ip: '10.20.2.2' }, settledAt: 4000 })
})

test('a workload times from when it was first seen installing', () => {
  const run = after([
    { kind: 'reported', hash: 'aa', reports: [said('nw', 'init')] },
    { kind: 'reported', hash: 'aa', reports: [said('nw', 'init')] },
    { kind: 'reported', hash: 'aa', reports: [said('nw', 'init'), said('nw', 'ok')] },
  ])
  expect(run.parts[0]?.workloads[0]).toMatchObject({ startedAt: 1000, settledAt: 3000 })
})

test('the workload that failed first is named, with the words of the node', () => {
  const run = after([
    included,
    { kind: 'reported', hash: 'aa', reports: [said('nw', 'ok')] },
    {
      kind: 'reported',
      hash: 'bb',
      reports: [said('disk1', 'error', 'no space left'), said('vm1', 'error', "invalid disk 'disk1' state")],
    },
  ])
  expect(run.failure).toEqual({
    at: 'workload',
    when: 3000,
    title: 'Node 7 could not start disk1',
    what: 'no space left',
    workload: 'disk1',
  })
  expect(currentPart(run)).toBeUndefined()
})

test('a failed workload waits for the others before the run stops', () => {
  const run = after([{ kind: 'reported', hash: 'bb', reports: [said('disk1', 'error', 'x'), said('vm1', 'init')] }])
  expect(run.failure).toBeUndefined()
})

test('a run that could not be sent goes on where it stopped when retried', () => {
  const stopped = after([included, { kind: 'failed', at: 'send', title: 'Node 7 did not answer', what: 'for 20 s' }])
  expect(currentPart(stopped)).toBeUndefined()
  expect(currentPart(after([{ kind: 'retried' }], stopped))?.hash).toBe('aa')
})

test('an undo has to cancel exactly the contracts that were made', () => {
  expect(contractIds(begin('web1', 0, [network, machine]))).toEqual([])
  expect(contractIds(after([included]))).toEqual([11, 12])
  expect(currentPart(after([included, { kind: 'undone' }]))).toBeUndefined()
})
