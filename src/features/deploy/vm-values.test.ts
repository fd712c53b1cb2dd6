import { expect, test } from 'vitest'
import type { Node } from '#domain/node.ts'
import { gib, mib } from '#domain/units.ts'
import { blank, toPlan, wantedCapacity } from './vm-values.ts'

const values = { ...blank, name: 'web1', sshKey: ' ssh-ed25519 AAAA me ' }
const node = { id: 7, twinId: 70 } as Node

test('a machine takes its cores, its memory, the least root filesystem and its disk', () => {
  expect(wantedCapacity(values)).toEqual({ cru: 1, mru: gib(2), sru: mib(500), hru: 0 })
  expect(wantedCapacity({ ...values, withDisk: true, diskGiB: 30 }).sru).toBe(gib(30) + mib(500))
})

test('half-typed amounts count as nothing', () => {
  expect(wantedCapacity({ ...values, cores: Number.NaN, memoryGiB: -1, rootGiB: 1.5 })).toMatchObject({
    cru: 0,
    mru: 0,
  })
})

test('the plan sends the network before the machine that joins it, and both know the node', () => {
  const [network, machine] = toPlan({ ...values, withDisk: true }, node, 9, [])
  expect(network?.deployment.workloads.map(({ type }) => type)).toEqual(['network'])
  expect(machine?.deployment.workloads.map(({ name, type }) => [name, type])).toEqual([
    ['disk1', 'zmount'],
    ['web1', 'zmachine'],
  ])
  expect([network?.node, machine?.node]).toEqual([node, node])
  expect(machine?.contractData).toBe('{"version":3,"type":"vm","name":"web1","projectName":"vm/web1"}')
})

test('two plans of the same form share no key, so their hashes differ', () => {
  const keys = () => JSON.stringify(toPlan(values, node, 9, [])[0]?.deployment.workloads)
  expect(keys()).not.toBe(keys())
})
