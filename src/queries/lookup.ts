import { queryOptions } from '@tanstack/react-query'
import type { Contract } from '#domain/contract.ts'
import { canonicalIp } from '#domain/ip.ts'
import { readSought, type Numbered, type Sought } from '#domain/lookup.ts'
import {
  countContracts,
  findContract,
  findFarms,
  findNode,
  findPublicIps,
  findPublicNodes,
  findTwins,
  type FoundFarm,
  type FoundNode,
  type FoundTwin,
} from '#protocols/gridproxy/lookup.ts'
import type { Network } from './networks.ts'

/** Something on the grid that a text names. `because` says how, where the text is no id or name of it. */
export type Answer = { because?: string } & (
  | { kind: 'node'; node: FoundNode }
  | { kind: 'farm'; farm: FoundFarm }
  | { kind: 'contract'; contract: Contract }
  | { kind: 'twin'; twin: FoundTwin }
)

/** All that `text` may name on this network. */
export const lookup = (network: Network, text: string) => {
  const sought = readSought(text)
  return queryOptions({
    queryKey: [network.id, 'lookup', sought],
    queryFn: ({ signal }) => (sought === undefined ? [] : find(network.gridproxy, sought, signal)),
    staleTime: 60_000,
  })
}

/** How many contracts a twin pays for now. */
export const contractCount = (network: Network, twinId: number) =>
  queryOptions({
    queryKey: [network.id, 'contract-count', twinId],
    queryFn: ({ signal }) => countContracts(network.gridproxy, twinId, signal),
  })

const farmsShown = 8

async function find(place: string, sought: Sought, signal: AbortSignal): Promise<Answer[]> {
  switch (sought.kind) {
    case 'id':
      return (await Promise.all(sought.of.map((noun) => findById[noun](place, sought.id, signal)))).flat()
    case 'account':
      return (await findTwins(place, { account_id: sought.address }, signal)).map(toTwin)
    case 'ip':
      return findIp(place, sought.ip, signal)
    case 'words':
      return (await findFarms(place, { name_contains: sought.words, size: farmsShown }, signal)).map(toFarm)
  }
}

const toFarm = (farm: FoundFarm): Answer => ({ kind: 'farm', farm })
const toTwin = (twin: FoundTwin): Answer => ({ kind: 'twin', twin })

const findById: Record<Numbered, (place: string, id: number, signal: AbortSignal) => Promise<Answer[]>> = {
  node: async (place, id, signal) => (await findNode(place, id, signal)).map((node) => ({ kind: 'node', node })),
  farm: async (place, id, signal) => (await findFarms(place, { farm_id: id }, signal)).map(toFarm),
  contract: async (place, id, signal) =>
    (await findContract(place, id, signal)).map((contract) => ({ kind: 'contract', contract })),
  twin: async (place, id, signal) => (await findTwins(place, { twin_id: id }, signal)).map(toTwin),
}

/** The nodes whose own address it is, and the farms among whose public IPs it is. */
async function findIp(place: string, ip: string, signal: AbortSignal): Promise<Answer[]> {
  const isIt = (withMask: string) => canonicalIp(withMask.replace(/\/.*$/, '')) === ip
  const [nodes, ips] = await Promise.all([
    findPublicNodes(place, ip.includes(':') ? 'ipv6' : 'ipv4', signal),
    findPublicIps(place, signal),
  ])
  const held = ips.filter((one) => isIt(one.ip))
  const farms = await Promise.all(
    held.map(async ({ farmId, contractId }) => {
      const because = contractId === 0 ? `${ip} is free there` : `${ip} is held there by contract ${contractId}`
      return (await findFarms(place, { farm_id: farmId }, signal)).map((farm) => ({ ...toFarm(farm), because }))
    }),
  )
  const own = nodes.filter(({ addresses }) => addresses.some(isIt))
  return [
    ...own.map((node): Answer => ({ kind: 'node', node, because: `${ip} is its public address` })),
    ...farms.flat(),
  ]
}
