import { expect, test } from 'vitest'
import { none, type Capacity } from '#domain/capacity.ts'
import type { Node } from '#domain/node.ts'
import { gib } from '#domain/units.ts'
import { vmChecks, type CheckInput } from './vm-checks.ts'

const node: Node = {
  id: 7,
  twinId: 70,
  farmId: 1,
  farmName: 'MossFarm',
  country: 'Belgium',
  city: 'Ghent',
  place: undefined,
  status: 'up',
  healthy: true,
  uptimeSeconds: 1,
  updatedAt: 0,
  total: { cru: 8, mru: gib(32), sru: gib(500), hru: gib(0) },
  used: { cru: 2, mru: gib(8), sru: gib(100), hru: gib(0) },
  certified: false,
  dedicated: false,
  inDedicatedFarm: false,
  rentable: false,
  rentedByTwinId: 0,
  extraFeeMilliUsdPerMonth: 0,
  priceUsdPerMonth: 0,
  publicConfig: { ipv4: '', gw4: '', ipv6: '', gw6: '', domain: '' },
  features: ['network', 'zmachine', 'zmount'],
  gpus: [],
  freeFarmIps: 0,
  speed: { upload: 0, download: 0 },
  hardware: { processor: '', threads: 8, memory: '', board: '' },
}
const wanted: Capacity = { ...none, cru: 2, mru: gib(4), sru: gib(20) }
const good: CheckInput = {
  need: undefined,
  twinId: 9,
  node,
  wanted,
  verified: { data: true, error: null },
  ports: { data: { answeredInMs: 140.4 }, error: null },
}
const told = (change: Partial<CheckInput>) =>
  vmChecks({ ...good, ...change }).map(({ state, words, detail }) => [state, words, detail ?? ''].join(' | '))

test('a machine that can be deployed passes every check', () => {
  expect(vmChecks(good).map(({ state, words }) => `${state} ${words}`)).toEqual([
    'ok Twin 9 signs and pays',
    'ok Identity is verified',
    'ok Node 7 takes machines',
    'ok Cores, memory and disk fit',
    'ok Node 7 answers in 140 ms',
  ])
})

test.each<[string, Partial<CheckInput>, string]>([
  ['nobody signs', { need: 'account', twinId: undefined }, 'fail | No account is open | Get one in the top bar'],
  ['the key is locked', { need: 'key' }, 'fail | The account’s key is locked | Nodes take only what it signs'],
  [
    'there is no twin',
    { need: 'twin', twinId: undefined },
    'fail | The account has no twin yet | Nodes know accounts by theirs',
  ],
  ['no node is chosen', { node: undefined }, 'fail | No node is chosen | '],
  [
    'its owner is not verified',
    { verified: { data: false, error: null } },
    'fail | Identity is not verified | Nodes refuse deployments until it is',
  ],
  [
    'the node sleeps',
    { node: { ...node, status: 'standby' } },
    'fail | Node 7 cannot take it | It is asleep; its farmer has to wake it first',
  ],
  [
    'memory and disk are short',
    { wanted: { ...wanted, mru: gib(25), sru: gib(401) } },
    'fail | It does not fit on the node | 24 GiB of memory is free, 400 GiB of SSD is free',
  ],
  ['cores are short', { wanted: { ...wanted, cru: 9 } }, 'fail | It does not fit on the node | it has 8 cores'],
  [
    'the node is silent',
    { ports: { error: new Error('silent') } },
    'fail | Node 7 does not answer | Choose another, or wait for it',
  ],
])('a machine cannot be deployed when %s', (_, change, row) => {
  expect(told(change)).toContain(row)
})

test('an identity service that is down is a doubt, not a refusal', () => {
  expect(told({ verified: { error: new Error('down') } })).toContain(
    'warn | Identity check did not answer | Unknown, not refused: the node asks again',
  )
})

test('what is still being asked holds the button back without failing', () => {
  const states = vmChecks({ ...good, verified: { error: null }, ports: { error: null } }).map(({ state }) => state)
  expect(states).toEqual(['ok', 'wait', 'ok', 'ok', 'wait'])
})
