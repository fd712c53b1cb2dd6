import { expect, test } from 'vitest'
import { kindFor, typeProblem, withKindsFor } from './kinds.ts'
import { workloadsOf, type Plan } from './plan.ts'
import { references } from './references.ts'
import { templateOf } from './templates/all.ts'

const full = ['zmachine', 'network', 'zmount', 'ip', 'zlogs', 'mycelium', 'wireguard']
const light = ['zmachine-light', 'network-light', 'zmount', 'zlogs', 'mycelium', 'wireguard']
const chance = { bytes: (length: number) => new Uint8Array(length).fill(7), number: () => 0.5 }
const vm = templateOf('vm')!.plan('web', {}, chance)

const types = (plan: Plan) => workloadsOf(plan.nodes[0]!).map(({ type }) => type)

test.each([
  ['zmachine', light, 'zmachine-light'],
  ['zmachine-light', full, 'zmachine'],
  ['network', light, 'network-light'],
  ['network-light', full, 'network'],
  ['zmount', light, 'zmount'],
  ['zmachine', full, 'zmachine'],
  // A node that takes no machines at all.
  ['zmachine', ['zdb'], 'zmachine'],
] as const)('%s on a node with %j is %s', (type, features, kind) => {
  expect(kindFor(type, features)).toBe(kind)
})

test('a plan that moves to a light node and back is what it was, and who uses what with it', () => {
  const there = withKindsFor(vm, 0, light, chance)
  const back = withKindsFor(there, 0, full, chance)

  expect(types(there)).toEqual(['network-light', 'zmachine-light'])
  expect(references(there)).toEqual(references(vm))
  expect(back).toEqual(vm)
})

test('a plan that suits its node stays as it is', () => {
  expect(withKindsFor(vm, 0, full, chance)).toBe(vm)
})

test('a network gets on the way what its new kind cannot be without', () => {
  const bare = structuredClone(vm)
  const [network] = workloadsOf(bare.nodes[0]!)
  if (network?.type === 'network') network.data.mycelium = null
  const [there] = workloadsOf(withKindsFor(bare, 0, light, chance).nodes[0]!)
  expect(there).toMatchObject({ type: 'network-light', data: { mycelium: { hex_key: '07'.repeat(32), peers: [] } } })

  const small = structuredClone(withKindsFor(vm, 0, light, chance))
  const [one] = workloadsOf(small.nodes[0]!)
  if (one?.type === 'network-light') one.data = { subnet: '10.20.2.0/24', mycelium: one.data.mycelium }
  const [back] = workloadsOf(withKindsFor(small, 0, full, chance).nodes[0]!)
  expect(back).toMatchObject({
    type: 'network',
    data: { ip_range: '10.20.0.0/16', subnet: '10.20.2.0/24', wireguard_private_key: expect.stringMatching(/=$/) },
  })
})

test.each([
  ['zmachine', light, undefined],
  ['zmount', light, undefined],
  ['zlogs', full, undefined],
  ['zlogs', light, 'ZOS light sends no logs of its machines'],
  ['ip', light, 'ZOS light gives no public addresses'],
  ['gateway-name-proxy', light, 'It is no gateway'],
  ['zdb', full, 'It takes no workloads of type zdb'],
] as const)('%s on a node with %j: %s', (type, features, problem) => {
  expect(typeProblem(type, features)).toBe(problem)
})
