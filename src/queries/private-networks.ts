import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { NodeContract } from '#domain/deployed.ts'
import { nodeEndpoint } from '#domain/node-endpoint.ts'
import {
  networkIn,
  networksIn,
  privateNetworksOf,
  type Brought,
  type NetworkPart,
  type Told,
} from '#domain/private-network-told.ts'
import { listContracts } from '#protocols/gridproxy/contracts.ts'
import { getDeployment } from '#protocols/node/deployment.ts'
import { getInterfaces, getPublicConfig, listPrivateIps } from '#protocols/node/network.ts'
import { nodeLine, type NodeAddress } from './connections.ts'
import { fetchHeld } from './deployments.ts'
import { inLane } from './lanes.ts'
import type { Network } from './networks.ts'
import { oneNode } from './nodes.ts'
import { isKeyFault } from './silence.ts'

/**
 * A twin's private networks, as the nodes that hold them tell. What is known stands there while nodes are still being
 * asked: a member is `asked` until then, and `silent` when its node said nothing, which keeps nobody else waiting. Networks
 * that stand in contracts of machines are found by asking for these too, once.
 *
 * @throws WireError when the account lacks what nodes are asked with
 */
export const privateNetworks = (network: Network, twinId: number) => {
  const queryKey = [network.id, 'private networks', twinId]
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal }): Promise<NetworkPart[]> => {
      const { contracts } = await listContracts(
        network.gridproxy,
        { twinId, states: ['Created', 'GracePeriod'], type: 'node' },
        signal,
      )
      const before = client.getQueryData<NetworkPart[]>(queryKey) ?? []
      const mine = contracts.filter((contract) => contract.kind === 'node')
      const mixed = mine.filter(({ data }) => mayBring(data.type))
      let parts = [
        ...mine
          .filter(({ data }) => data.type.startsWith('network'))
          .map((contract): NetworkPart => ({ contract, told: toldOf(before, contract) })),
        ...before.filter(({ contract, brings }) => brings && mixed.some(({ id }) => id === contract.id)),
      ]
      const tell = (next: NetworkPart[]) => {
        signal.throwIfAborted()
        parts = next
        client.setQueryData(queryKey, next)
      }
      const askFor = async (part: NetworkPart) => {
        const told = await ask(network, client, part, signal)
        tell(parts.map((one) => (isSame(one, part) ? { ...part, told } : one)))
      }
      tell(parts)
      await Promise.all([
        ...parts.filter(({ brings }) => !brings).map(askFor),
        ...mixed.map(async (contract) => {
          const brought = await broughtBy(network, client, contract, before)
          const own = brought.map((brings): NetworkPart => ({
            contract,
            brings,
            told: toldOf(before, contract, brings.name),
          }))
          const others = parts.filter((one) => one.contract.id !== contract.id)
          if (own.length > 0 || others.length < parts.length) tell([...others, ...own])
          await Promise.all(own.map(askFor))
        }),
      ])
      return parts
    },
    select: privateNetworksOf,
    retry: false,
    refetchInterval: 60_000,
  })
}

/** Whether a contract that is for no network may have one in it all the same. */
const mayBring = (type: string) => !/^(network|gateway|zdb|qsfs)/i.test(type)

const isSame = (one: NetworkPart, other: NetworkPart) =>
  one.contract.id === other.contract.id && one.brings?.name === other.brings?.name

const toldOf = (parts: NetworkPart[], { id }: NodeContract, name?: string) =>
  parts.find(({ contract, brings }) => contract.id === id && brings?.name === name)?.told

/** The networks in a contract that is for something else, as they were when its node says nothing. */
async function broughtBy(
  network: Network,
  client: QueryClient,
  contract: NodeContract,
  before: NetworkPart[],
): Promise<Brought[]> {
  const { id, nodeId, hash } = contract
  try {
    return (
      (await client.fetchQuery({
        queryKey: [network.id, 'networks in', id, hash],
        queryFn: async () => {
          const held = await fetchHeld(network, nodeId, id)
          return held && networksIn(held)
        },
        // What a deployment holds is another under another hash, though its node may not have it yet.
        staleTime: ({ state }) => (state.data ? 600_000 : 0),
        gcTime: Infinity,
      })) ?? []
    )
  } catch (error) {
    if (isKeyFault(error)) throw error
    return before.flatMap((part) => (part.contract.id === id ? (part.brings ?? []) : []))
  }
}

/** What a node tells of its part. @throws WireError when it could not be asked at all */
async function ask(
  network: Network,
  client: QueryClient,
  part: NetworkPart,
  signal: AbortSignal,
): Promise<Told | 'silent'> {
  try {
    const { id, twinId } = await client.fetchQuery({ ...oneNode(network, part.contract.nodeId), staleTime: 60_000 })
    return await inLane(signal, () => hear(network, { id, twinId }, part))
  } catch (error) {
    if (isKeyFault(error) || signal.aborted) throw error
    return 'silent'
  }
}

async function hear(network: Network, node: NodeAddress, { contract, brings }: NetworkPart): Promise<Told> {
  const line = nodeLine(network, node)
  const beganAt = performance.now()
  const deployment = (await getDeployment(line, contract.id)) ?? null
  const answeredInMs = performance.now() - beganAt
  const wanted = brings?.name ?? contract.data.name
  const name = (deployment && networkIn(deployment, wanted)?.name) ?? wanted
  const [config, { zos }, machines] = await Promise.all([
    getPublicConfig(line),
    getInterfaces(line),
    listPrivateIps(line, name),
  ])
  return { deployment, address: nodeEndpoint(config, zos), machines, answeredInMs }
}
