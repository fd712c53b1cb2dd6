import { expect, test } from 'vitest'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { networkWorkload } from '#domain/plan/templates/machine-node.ts'
import { bare, newDeployment } from '#domain/plan/plan.ts'
import { addAccess, addMember, removeAccess, removeMember, updatesOf } from './private-network-change.ts'
import { namesAccesses, readAccesses, writeAccesses } from './private-network-metadata.ts'
import { plannedChange } from './private-network-planned.ts'
import { rerouted, strangersOf, troublesOf, withoutStrangers } from './private-network-repair.ts'
import { networkIn, privateNetworksOf, type NetworkPart, type Told } from './private-network-told.ts'
import { peersOf, type PrivateNetwork } from './private-network.ts'
import { publicKeyOf } from './wireguard.ts'

let drawn = 0
const chance = { bytes: (length: number) => new Uint8Array(length).fill(++drawn), number: () => 0.5 }
const like = networkWorkload('net1', chance)
const text = '{"version":3,"type":"network","name":"net1","projectName":"vm/site"}'

/** What a node holds for contract 100 and its own number, and tells, unless it is silent or lost it. */
const part = (
  nodeId: number,
  workload: Workload<'network'> | null | 'silent',
  address: string | null = null,
  state: 'ok' | 'error' = 'ok',
): NetworkPart => ({
  contract: {
    id: 100 + nodeId,
    twinId: 5,
    state: 'Created',
    createdAt: 0,
    kind: 'node',
    nodeId,
    hash: '',
    text,
    data: { type: 'network', name: 'net1', projectName: 'vm/site' },
    publicIps: 0,
  },
  told:
    workload === 'silent'
      ? 'silent'
      : {
          deployment: workload && {
            ...newDeployment([{ ...workload, version: 1, result: { created: 1, state, message: 'no', data: null } }]),
            version: 3,
            twin_id: 5,
            contract_id: 100 + nodeId,
            metadata: text,
          },
          address,
          machines: [],
          answeredInMs: 4,
        },
})

const empty: PrivateNetwork = { name: 'net1', ipRange: '10.20.0.0/16', members: [], accesses: [] }
const join = (network: PrivateNetwork, nodeId: number, address: string | null) =>
  addMember(network, { nodeId, address, ports: [] }, chance)

/** Member 1 that can be called, 2 hidden behind it, 3 that can be called, and a person over 1. */
const wanted = addAccess(join(join(join(empty, 1, '29.0.0.1'), 2, null), 3, '29.0.0.3'), 1, chance, 'anna')

const workloadOf = (network: PrivateNetwork, nodeId: number): Workload<'network'> => {
  const member = network.members.find((one) => one.nodeId === nodeId)!
  const { subnet, privateKey, port } = member
  const data = {
    ...like.data,
    subnet,
    wireguard_private_key: privateKey,
    wireguard_listen_port: port,
    peers: peersOf(network, member),
  }
  return { ...like, data, metadata: writeAccesses('', network.accesses) }
}

const all = [
  part(1, workloadOf(wanted, 1), '29.0.0.1'),
  part(2, workloadOf(wanted, 2)),
  part(3, workloadOf(wanted, 3), '29.0.0.3'),
]
const told = (...parts: NetworkPart[]) => privateNetworksOf(parts)[0]!

test('what nodes tell makes the network that was written into them, with nothing to mend', () => {
  const network = told(...all)
  expect(network).toMatchObject({ name: 'net1', ipRange: '10.20.0.0/16' })
  expect(network.members.map(({ nodeId, through, strangers }) => [nodeId, through, strangers])).toEqual([
    [1, undefined, []],
    [2, 1, []],
    [3, undefined, []],
  ])
  expect(network.accesses).toMatchObject([{ nodeId: 1, subnet: '10.20.5.0/24', name: 'anna' }])
  expect(troublesOf(network)).toEqual([])
  expect(updatesOf(network)).toEqual([])
})

test('a node that is still being asked shows its contract, and nothing is called wrong until then', () => {
  const network = told({ ...all[0]!, told: undefined }, all[1]!)
  expect(network.members[0]).toMatchObject({ nodeId: 1, contractId: 101, state: 'asked', subnet: '' })
  expect(troublesOf(network)).toEqual([])
})

test('an only silent member is told of by the others', () => {
  const network = told(all[0]!, all[1]!, part(3, 'silent'))
  expect(network.members[2]).toMatchObject({
    state: 'silent',
    subnet: '10.20.4.0/24',
    address: '29.0.0.3',
    port: 16896,
  })
  expect(troublesOf(network)).toMatchObject([{ kind: 'silent', behind: [] }])
})

test('hidden members go around the one that they called when it is silent, and its subnet stays its own', () => {
  const network = told(part(1, 'silent'), all[1]!, all[2]!)
  expect(troublesOf(network)).toMatchObject([{ kind: 'silent', member: { nodeId: 1 }, behind: [{ nodeId: 2 }] }])
  const after = rerouted(network)
  expect(after.members[1]).toMatchObject({ through: 3, strangers: [] })
  const [two, three] = updatesOf(after).map(({ next }) => networkIn(next, 'net1')!.data.peers!)
  expect(two!.map(({ endpoint }) => endpoint)).toEqual(['29.0.0.3:16896'])
  expect(three!.map(({ subnet, allowed_ips }) => [subnet, allowed_ips])).toEqual([
    ['10.20.3.0/24', ['10.20.3.0/24', '100.64.20.3/32']],
    ['10.20.2.0/24', ['10.20.2.0/24', '100.64.20.2/32']],
  ])
  expect(addAccess(after, 3, chance).accesses.at(-1)!.subnet).toBe('10.20.6.0/24')
})

test('a member whose contract is gone is nobody’s end, and is taken out', () => {
  const network = told(all[0]!, all[1]!)
  expect(strangersOf(network)).toMatchObject([{ subnet: '10.20.4.0/24' }])
  expect(troublesOf(network)).toMatchObject([{ kind: 'strangers' }])
  const after = withoutStrangers(network)
  expect(updatesOf(after).map(({ member }) => member.nodeId)).toEqual([1, 2])
  expect(strangersOf(after)).toEqual([])
})

test('a node that holds nothing and one that could not set it up are told apart', () => {
  const network = told(part(1, null), part(2, workloadOf(wanted, 2), null, 'error'))
  expect(troublesOf(network).map(({ kind }) => kind)).toEqual(['empty', 'failed', 'strangers'])
  expect(updatesOf(network).map(({ member }) => member.nodeId)).toEqual([2])
})

test('a member that missed a change is brought up to date', () => {
  const changed = removeAccess(told(...all), '10.20.5.0/24')
  const network = told(part(1, workloadOf(changed, 1), '29.0.0.1'), part(2, workloadOf(changed, 2)), all[2]!)
  expect(network.accesses).toEqual([])
  expect(troublesOf(network)).toMatchObject([{ kind: 'outdated', members: [{ nodeId: 3 }] }])
})

test('a way in is open while its own member lets it in, whatever others still say', () => {
  const [own, ...others] = all
  expect(told(part(1, 'silent'), ...others).accesses).toHaveLength(1)
  expect(told(...others).accesses).toHaveLength(1)
  expect(told(own!, ...others).accesses).toHaveLength(1)
})

test('a change sends each member the next version of all that it holds, and new ones what the others’ contracts say', () => {
  const network = join(told(...all), 7, null)
  const nodeOf = (id: number) => ({
    twinId: 70 + id,
    features: id === 7 ? ['network-light', 'wireguard'] : ['network'],
  })
  const [made, ...updates] = plannedChange(network, 5, nodeOf, chance)
  expect(made).toMatchObject({
    node: { id: 7, twinId: 77 },
    contractData: text,
    deployment: { version: 0, twin_id: 5, metadata: text, workloads: [{ type: 'network-light', name: 'net1' }] },
  })
  expect(updates.map(({ node, deployment, previous }) => [node.id, deployment.version, previous?.version])).toEqual([
    [1, 4, 3],
    [2, 4, 3],
    [3, 4, 3],
  ])
  expect(updates[0]!.deployment).toMatchObject({ contract_id: 101, metadata: text, workloads: [{ version: 4 }] })
  expect(updates[0]!.previous!.workloads[0]).not.toHaveProperty('result')
})

test('a member that goes takes its people along, and hidden ones call another', () => {
  const network = removeMember(told(...all), 1)
  expect(network.accesses).toEqual([])
  expect(network.members.map(({ nodeId, through }) => [nodeId, through])).toEqual([
    [2, 3],
    [3, undefined],
  ])
})

const privateKey = 'BAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ='

test.each([
  [
    'grid_client',
    `{"version":3,"user_accesses":[{"node_id":1,"private_key":"${privateKey}","subnet":"10.20.3.0/24"}]}`,
  ],
  ['Go', `{"version":3,"user_accesses":[{"subnet":"10.20.3.0/24","private_key":"${privateKey}","node_id":1}]}`],
  ['Go before', `{"version":3,"ip":"10.20.3.0/24","priv_key":"${privateKey}","node_id":1}`],
])('ways in are read as %s wrote them', (_, metadata) => {
  const [access, ...more] = readAccesses(metadata)
  expect(access).toMatchObject({ nodeId: 1, subnet: '10.20.3.0/24', privateKey })
  expect(more).toEqual([])
  expect(namesAccesses(metadata, [access!])).toBe(true)
  expect(readAccesses(writeAccesses(metadata, [access!]))).toMatchObject([{ subnet: '10.20.3.0/24', privateKey }])
})

test('what clients wrote besides stays in its order, and the old form goes', () => {
  const metadata = `{"version":3,"user_accesses":[{"subnet":"10.20.3.0/24","private_key":"${privateKey}","node_id":1,"x":2}],"more":1}`
  expect(writeAccesses(metadata, readAccesses(metadata))).toBe(metadata)
  const old = `{"version":3,"ip":"10.20.3.0/24","priv_key":"${privateKey}","node_id":1}`
  expect(JSON.parse(writeAccesses(old, readAccesses(old)))).toEqual({
    version: 3,
    user_accesses: [{ node_id: 1, private_key: privateKey, subnet: '10.20.3.0/24' }],
  })
})

test.each([
  '',
  'none',
  '{"version":4}',
  '{"version":4,"user_accesses":null}',
  `{"version":3,"user_accesses":[{"subnet":"","private_key":"AAAA","node_id":0}]}`,
])('metadata without ways in: %s', (metadata) => {
  expect(readAccesses(metadata)).toEqual([])
})

test('a key that no client wrote down is let in until somebody takes it out', () => {
  const workload = workloadOf(wanted, 1)
  const network = told(part(1, { ...workload, metadata: '' }, '29.0.0.1'), all[1]!, all[2]!)
  const [access] = network.accesses
  expect(access).toMatchObject({ name: 'anna' })
  const [one, two, three] = all.map(({ contract, told: answer }) => {
    const held = (answer as { deployment: Deployment }).deployment.workloads[0] as Workload<'network'>
    return part(contract.nodeId, { ...held, metadata: '' }, contract.nodeId === 2 ? null : `29.0.0.${contract.nodeId}`)
  })
  const unnamed = told(one!, two!, three!)
  expect(unnamed.accesses).toEqual([])
  expect(strangersOf(unnamed).map(({ wireguard_public_key: key }) => key)).toEqual([publicKeyOf(access!.privateKey)])
  expect(updatesOf(unnamed)).toEqual([])
})

/** Contract 101 as a client made it that put the network beside its machine. */
const withMachine = (): NetworkPart => {
  const { contract, told: answer } = all[0]!
  const { deployment } = answer as Told
  const disk = { ...bare('disk1'), type: 'zmount' as const, data: { size: 5 } }
  const made = '{"version":3,"type":"vm","name":"web","projectName":"vm/web"}'
  return {
    contract: { ...contract, text: made, data: { type: 'vm', name: 'web', projectName: 'vm/web' } },
    brings: { name: 'net1', beside: ['disk1'] },
    told: { ...(answer as Told), deployment: { ...deployment!, workloads: [disk, ...deployment!.workloads] } },
  }
}

test('a network beside a machine in one contract is a member that says what else is there, also when it is silent', () => {
  const network = told(withMachine(), all[1]!, all[2]!)
  expect(network.members.map(({ nodeId, state, beside }) => [nodeId, state, beside])).toEqual([
    [1, 'held', ['disk1']],
    [2, 'held', []],
    [3, 'held', []],
  ])
  expect(troublesOf(network)).toEqual([])
  const silent = told({ ...withMachine(), told: 'silent' })
  expect(silent).toMatchObject({ name: 'net1', members: [{ contractId: 101, state: 'silent', beside: ['disk1'] }] })
})

test('a change of it leaves what is beside it as it is, and new members carry what a network does', () => {
  const grown = join(told(withMachine()), 3, '29.0.0.3')
  const [made, update] = plannedChange(grown, 5, () => ({ twinId: 9, features: ['zmachine'] }), chance)
  expect(made).toMatchObject({
    node: { id: 3 },
    contractData: '{"version":3,"type":"network","name":"net1","projectName":"vm/web"}',
  })
  expect(update!.contractData).toBe(withMachine().contract.text)
  expect(update!.deployment.workloads).toMatchObject([
    { name: 'disk1', version: 0, data: { size: 5 } },
    { name: 'net1', version: 4 },
  ])
})
