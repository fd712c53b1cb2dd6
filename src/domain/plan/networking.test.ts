import { expect, test } from 'vitest'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { privateNetworksOf, type NetworkPart, type Told } from '#domain/private-network-told.ts'
import { peersOf, type PrivateNetwork } from '#domain/private-network.ts'
import { gib } from '#domain/units.ts'
import { publicKeyOf } from '#domain/wireguard.ts'
import { addNode, addWorkload, chooseNode } from './edit.ts'
import type { NodeFacts, PlanFacts } from './facts.ts'
import { newNetwork, useNetwork } from './memberships.ts'
import { membersLeftOut, planNetworks } from './networking.ts'
import { bare, emptyPlan, newDeployment, placed, workloadsOf, type Plan } from './plan.ts'
import { machineWorkloads, networkWorkload } from './templates/machine-node.ts'
import type { Chance } from './template.ts'
import { planOfRunning } from './update.ts'

let drawn = 0
const chance: Chance = { bytes: (length) => new Uint8Array(length).fill(++drawn), number: () => 0.5 }

const full = ['network', 'zmachine', 'wireguard']
const light = ['network-light', 'zmachine-light', 'wireguard']

const nodeFacts = (address: string | null, features = full, ports = [3011]) =>
  ({
    address: { data: address, error: null },
    features: { data: features, error: null },
    ports: { data: { ports, answeredInMs: 9 }, error: null },
  }) as unknown as NodeFacts

const facts = (nodes: Record<number, NodeFacts> = {}, networks: PrivateNetwork[] = []) =>
  ({
    nodes: new Map(Object.entries(nodes).map(([id, node]) => [Number(id), node])),
    networks: { data: networks, error: null },
  }) as unknown as PlanFacts

const wanted = (name: string) => ({
  name,
  image: { flist: 'x', entrypoint: '' },
  cores: 1,
  memory: gib(1),
  disks: [],
})
const machine = (name: string, network: string): Workload => machineWorkloads(wanted(name), network)[0]!

const machineOn = (plan: Plan, node: number, name: string, network: string) =>
  addWorkload(plan, node, machine(name, network)).plan

const networksOf = (plan: Plan) =>
  placed(plan).flatMap(({ workload }) =>
    workload.type === 'network' || workload.type === 'network-light' ? [workload] : [],
  )
const ipsOf = (plan: Plan) =>
  placed(plan).flatMap(({ workload }) => (workload.type === 'zmachine' ? workload.data.network.interfaces[0]!.ip : []))

const start = chooseNode(emptyPlan('site', 'vm'), 0, 7)
const alone = machineOn(addWorkload(start, 0, networkWorkload('net1', chance)).plan, 0, 'vm1', 'net1')

test('a machine and its own network get a subnet, a free port, an address, and the seed of another', () => {
  const plan = planNetworks(alone, facts({ 7: nodeFacts('29.0.0.7') }), chance)
  const [network] = networksOf(plan)
  expect(network!.data).toMatchObject({ subnet: '10.20.2.0/24', wireguard_listen_port: 16896, peers: [] })
  expect(ipsOf(plan)).toEqual(['10.20.2.2'])
  expect(placed(plan).at(-1)!.workload.data).toMatchObject({ network: { mycelium: { hex_seed: '000002000002' } } })
})

test('the port waits until the node has told which are taken', () => {
  expect(networksOf(planNetworks(alone, facts(), chance))[0]!.data.wireguard_listen_port).toBe(0)
})

test('planned twice it is the same, and what was typed stays', () => {
  const typed = networkWorkload('net1', chance)
  const data = { ...typed.data, subnet: '10.20.9.0/24', wireguard_listen_port: 5000, ip_range: '10.20.0.0/16' }
  const plan = machineOn(addWorkload(start, 0, { ...typed, data }).plan, 0, 'vm1', 'net1')
  const known = facts({ 7: nodeFacts('29.0.0.7') })
  const once = planNetworks(plan, known, chance)
  expect(networksOf(once)[0]!.data).toMatchObject(data)
  expect(ipsOf(once)).toEqual(['10.20.9.2'])
  expect(planNetworks(once, known, chance)).toEqual(once)
})

test('machines on other nodes bring the network along, and its parts know each other', () => {
  const two = machineOn(chooseNode(addNode(alone), 1, 9), 1, 'vm2', 'net1')
  const plan = planNetworks(
    machineOn(two, 1, 'vm3', 'net1'),
    facts({ 7: nodeFacts('29.0.0.7'), 9: nodeFacts(null, light) }),
    chance,
  )
  const [a, b] = networksOf(plan)
  expect([a!.type, b!.type]).toEqual(['network', 'network-light'])
  expect(b!.data.subnet).toBe('10.20.3.0/24')
  expect(a!.data.peers).toEqual([
    {
      subnet: '10.20.3.0/24',
      wireguard_public_key: publicKeyOf(b!.data.wireguard_private_key!),
      allowed_ips: ['10.20.3.0/24', '100.64.20.3/32'],
      endpoint: '',
    },
  ])
  expect(b!.data.peers![0]).toMatchObject({ subnet: '10.20.2.0/24', endpoint: '29.0.0.7:16896' })
  const addresses = placed(plan).flatMap(({ workload }) =>
    'network' in workload.data && typeof workload.data.network === 'object'
      ? workload.data.network!.interfaces[0]!.ip
      : [],
  )
  expect(addresses).toEqual(['10.20.2.2', '10.20.3.2', '10.20.3.3'])
})

test('a way in that a plan only wishes for gets a node, a key and a subnet', () => {
  const wish = { ...networkWorkload('net1', chance), metadata: '{"version":3,"user_accesses":[{}]}' }
  const known = facts({ 7: nodeFacts('29.0.0.7') })
  const plan = planNetworks(addWorkload(start, 0, wish).plan, known, chance)
  const [network] = networksOf(plan)
  const [access] = (JSON.parse(network!.metadata) as { user_accesses: Record<string, unknown>[] }).user_accesses
  expect(access).toMatchObject({ node_id: 7, subnet: '10.20.3.0/24' })
  expect(network!.data.peers![0]).toMatchObject({
    subnet: '10.20.3.0/24',
    wireguard_public_key: publicKeyOf(access!['private_key'] as string),
  })
  expect(planNetworks(plan, known, chance)).toEqual(plan)
})

const heldOn = (nodeId: number, workload: Workload, version = 4): NetworkPart => ({
  contract: {
    id: 100 + nodeId,
    twinId: 5,
    state: 'Created',
    createdAt: 0,
    kind: 'node',
    nodeId,
    hash: '',
    text: '{"version":3,"type":"network","name":"net1","projectName":""}',
    data: { type: 'network', name: 'net1', projectName: '' },
    publicIps: 0,
  },
  told: {
    deployment: {
      ...newDeployment([{ ...workload, version: 2, result: { created: 1, state: 'ok', message: '', data: null } }]),
      version,
      contract_id: 100 + nodeId,
      twin_id: 5,
      metadata: 'kept',
    } as Deployment,
    address: `29.0.0.${nodeId}`,
    machines: [`10.20.${nodeId}.2`],
    answeredInMs: 5,
  },
})

/** Members 2 and 3 as grid_client wrote them, with a member that only it knows. */
const held = (): NetworkPart[] => {
  const parts = [2, 3].map((id) => {
    const workload = networkWorkload('net1', chance)
    const data = { ...workload.data, subnet: `10.20.${id}.0/24`, wireguard_listen_port: 3000 + id, node_id: id }
    return heldOn(id, { ...workload, data })
  })
  const [network] = privateNetworksOf(parts)
  return network!.members.map((member) => {
    const workload = member.deployment!.workloads[0] as Workload<'network'>
    return heldOn(member.nodeId, { ...workload, data: { ...workload.data, peers: peersOf(network!, member) } })
  })
}

test('a machine on a node of a network that exists joins it there, at an address that no other has', () => {
  const [network] = privateNetworksOf(held())
  const plan = planNetworks(machineOn(chooseNode(start, 0, 2), 0, 'vm1', 'net1'), facts({}, [network!]), chance)
  expect(networksOf(plan)).toEqual([])
  expect(ipsOf(plan)).toEqual(['10.20.2.3'])
})

test('a machine elsewhere brings a part of its own, and all members are updated with all that they hold', () => {
  const [network] = privateNetworksOf(held())
  const known = facts({ 7: nodeFacts('29.0.0.7') }, [network!])
  const plan = planNetworks(machineOn(start, 0, 'vm1', 'net1'), known, chance)
  const [own] = workloadsOf(plan.nodes[0]!).filter(({ type }) => type === 'network') as Workload<'network'>[]
  expect(own!.data).toMatchObject({ subnet: '10.20.4.0/24', ip_range: '10.20.0.0/16' })
  expect(own!.data.peers!.map(({ endpoint }) => endpoint)).toEqual(['29.0.0.2:3002', '29.0.0.3:3003'])
  expect(ipsOf(plan)).toEqual(['10.20.4.2'])
  const [two, three] = plan.nodes.slice(1).map(({ deployments }) => deployments[0]!)
  expect(plan.nodes.slice(1).map(({ node }) => node)).toEqual([2, 3])
  expect(two!.contract_data).toBe('{"version":3,"type":"network","name":"net1","projectName":""}')
  expect(two!.deployment).toMatchObject({ version: 5, contract_id: 102, metadata: 'kept' })
  const [update] = three!.deployment.workloads
  expect(update).toMatchObject({ version: 5, data: { node_id: 3 } })
  expect(update).not.toHaveProperty('result')
  expect((update as Workload<'network'>).data.peers!.map(({ endpoint }) => endpoint)).toEqual([
    '29.0.0.2:3002',
    '29.0.0.7:16896',
  ])
  expect(planNetworks(plan, known, chance)).toEqual(plan)
})

test('updates go again with the machine that wanted them', () => {
  const [network] = privateNetworksOf(held())
  const known = facts({ 7: nodeFacts('29.0.0.7') }, [network!])
  const joined = planNetworks(machineOn(start, 0, 'vm1', 'net1'), known, chance)
  const spot = placed(joined).find(({ workload }) => workload.name === 'vm1')!.at
  const created = newNetwork(joined, 0, chance)
  const other = workloadsOf(created.plan.nodes[0]!).at(-1)!.name
  const plan = planNetworks(useNetwork(created.plan, spot, other), known, chance)
  expect(plan.nodes.map(({ node }) => node)).toEqual([7])
  expect(networksOf(plan).map(({ name }) => name)).toEqual([other])
  expect(ipsOf(plan)).toEqual(['10.20.2.2'])
})

test('a part that was brought along goes when a node is chosen that has one', () => {
  const [network] = privateNetworksOf(held())
  const known = facts({ 7: nodeFacts('29.0.0.7') }, [network!])
  const joined = planNetworks(machineOn(start, 0, 'vm1', 'net1'), known, chance)
  const plan = planNetworks(chooseNode(joined, 0, 3), known, chance)
  expect(networksOf(plan)).toEqual([])
})

test('a silent member is left out, and stays known to the others', () => {
  const [two, three] = held()
  const [network] = privateNetworksOf([two!, { ...three!, told: 'silent' }])
  const known = facts({ 7: nodeFacts('29.0.0.7') }, [network!])
  const plan = planNetworks(machineOn(start, 0, 'vm1', 'net1'), known, chance)
  expect(plan.nodes.map(({ node }) => node)).toEqual([7, 2])
  const update = plan.nodes[1]!.deployments[0]!.deployment.workloads[0] as Workload<'network'>
  expect(update.data.peers!.map(({ subnet }) => subnet)).toEqual(['10.20.4.0/24', '10.20.3.0/24'])
  expect(membersLeftOut(plan, known).map(({ member }) => member.nodeId)).toEqual([3])
})

test('a network stays in the update of what stands beside it, when its own change is taken back', () => {
  const [two, three] = held()
  const { deployment } = two!.told as Told
  const disk: Workload = { ...bare('disk1'), type: 'zmount', data: { size: 5 } }
  const mixed = { ...deployment!, workloads: [...deployment!.workloads, disk] }
  const brings = { name: 'net1', beside: ['disk1'] }
  const [network] = privateNetworksOf([
    { ...two!, brings, told: { ...(two!.told as Told), deployment: mixed } },
    three!,
  ])
  const known = facts({ 7: nodeFacts('29.0.0.7') }, [network!])
  const update = planOfRunning([two!.contract], new Map([[102, mixed]]), 'web', 'vm')
  const grown = planNetworks(
    { ...update, nodes: [...machineOn(start, 0, 'vm1', 'net1').nodes, ...update.nodes] },
    known,
    chance,
  )
  expect(grown.nodes.map(({ node, deployments }) => [node, deployments.length])).toEqual([
    [7, 2],
    [2, 1],
    [3, 1],
  ])
  const back = planNetworks({ ...grown, nodes: grown.nodes.slice(1) }, known, chance)
  expect(workloadsOf(back.nodes[0]!).map(({ name }) => name)).toEqual(['net1', 'disk1'])
})
