import { expect, test } from 'vitest'
import { writeAccesses } from './private-network-metadata.ts'
import { cutOff, peersOf, wireGuardFile, withWaysOut, type Access, type Member } from './private-network.ts'
import { vectors } from './private-network.vectors.json'
import { publicKeyOf } from './wireguard.ts'

type Wire = (typeof vectors)[number]

const toMember = ({ address, ...node }: Wire['nodes'][number]): Member => ({
  ...node,
  contractId: 0,
  contractText: '',
  state: 'planned',
  address: address ?? undefined,
  through: undefined,
  machines: [],
  strangers: [],
})

const networkOf = ({ nodes, accesses }: Wire) =>
  withWaysOut({
    name: 'net1',
    ipRange: '10.20.0.0/16',
    members: nodes.map((node) => toMember(node)),
    accesses: accesses as Access[],
  })

test.each(vectors)('members know each other as grid_client has it: $name', (vector) => {
  const network = networkOf(vector)
  const peers = vector.peers as Record<string, { allowed_ips: string[] }[]>
  for (const member of network.members) {
    // grid_client tells a hidden node to look for its own subnet at the node it calls.
    const [, b, c] = member.subnet.split('.')
    const own = [member.subnet, `100.64.${b}.${c}/32`]
    const expected = peers[member.nodeId]!.map((peer) => ({
      ...peer,
      allowed_ips: peer.allowed_ips.filter((ip) => !own.includes(ip)),
    }))
    expect(peersOf(network, member)).toEqual(expected)
  }
})

test.each(vectors)('ways in are written as grid_client writes them: $name', ({ accesses, metadata }) => {
  expect(writeAccesses('', accesses)).toBe(metadata)
})

const [alone, , two, hidden] = vectors.map((vector) => networkOf(vector))

test('a hidden member calls one that can be called over IPv4', () => {
  expect(hidden!.members.map(({ through }) => through)).toEqual([undefined, 1])
  expect(cutOff(hidden!)).toEqual([])
})

test('hidden nodes alone reach nobody', () => {
  const [, behind] = hidden!.members
  const network = withWaysOut({ ...hidden!, members: [behind!, { ...behind!, nodeId: 13, subnet: '10.20.7.0/24' }] })
  expect(cutOff(network).map(({ nodeId }) => nodeId)).toEqual([9, 13])
  expect(network.members.map((member) => peersOf(network, member))).toEqual([[], []])
})

test('peers that belong to nobody known stay as they stand, and others reach what is behind them', () => {
  const lost = { subnet: '10.20.9.0/24', wireguard_public_key: 'k', allowed_ips: ['10.20.9.0/24'], endpoint: '' }
  const [a, b] = two!.members
  const network = { ...two!, members: [{ ...a!, strangers: [lost] }, b!] }
  expect(peersOf(network, network.members[0]!).at(-1)).toEqual(lost)
  expect(peersOf(network, b!)[0]!.allowed_ips).toEqual([
    '10.20.2.0/24',
    '100.64.20.2/32',
    '10.20.9.0/24',
    '100.64.20.9/32',
  ])
})

test('a member with a key or a subnet that is half typed is nobody’s peer', () => {
  const [a, b] = two!.members
  expect(peersOf({ ...two!, members: [a!, { ...b!, privateKey: 'abc' }] }, a!)).toEqual([])
  expect(peersOf({ ...two!, members: [a!, { ...b!, subnet: '10.20.' }] }, a!)).toEqual([])
})

test('a light member without WireGuard has no peers', () => {
  const [a, b] = two!.members
  const network = { ...two!, members: [{ ...a!, privateKey: '' }, b!] }
  expect(network.members.map((member) => peersOf(network, member))).toEqual([[], []])
})

test('a person’s file calls the member that lets them in, and lets all of WireGuard’s own addresses through', () => {
  const access = { nodeId: 1, subnet: '10.20.5.0/24', privateKey: 'BAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ=' }
  const [member] = alone!.members
  expect(wireGuardFile(alone!, access)).toBe(`[Interface]
Address = 100.64.20.5/32
PrivateKey = BAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ=

[Peer]
PublicKey = ${publicKeyOf(member!.privateKey)}
AllowedIPs = 10.20.0.0/16, 100.64.0.0/16
PersistentKeepalive = 25
Endpoint = 29.0.1.2:3001`)
})

test('there is no file for a way in over a member that nobody can call, or that is not there', () => {
  const access = { nodeId: 9, subnet: '10.20.5.0/24', privateKey: 'x' }
  expect(wireGuardFile(hidden!, access)).toBeUndefined()
  expect(wireGuardFile(hidden!, { ...access, nodeId: 77 })).toBeUndefined()
})
