import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { NodeContract } from '#domain/deployed.ts'
import { nodeEndpoint } from '#domain/node-endpoint.ts'
import { networkIn, privateNetworksOf, type NetworkPart, type Told } from '#domain/private-network-told.ts'
import { listContracts } from '#protocols/gridproxy/contracts.ts'
import { getDeployment } from '#protocols/node/deployment.ts'
import { getInterfaces, getPublicConfig, listPrivateIps } from '#protocols/node/network.ts'
import { nodeLine, type NodeAddress } from './connections.ts'
import { inLane } from './lanes.ts'
import type { Network } from './networks.ts'
import { oneNode } from './nodes.ts'
import { isKeyFault } from './silence.ts'

/**
 * A twin's private networks, as the nodes that hold them tell. What is known stands there while nodes are still being
 * asked: a member is `asked` until then, and `silent` when its node said nothing, which keeps nobody else waiting.
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
      let parts = contracts.flatMap((contract): NetworkPart[] =>
        contract.kind === 'node' && contract.data.type.startsWith('network')
          ? [{ contract, told: before.find((one) => one.contract.id === contract.id)?.told }]
          : [],
      )
      client.setQueryData(queryKey, parts)
      await Promise.all(
        parts.map(async ({ contract }) => {
          const told = await ask(network, client, contract, signal)
          signal.throwIfAborted()
          parts = parts.map((one) => (one.contract.id === contract.id ? { contract, told } : one))
          client.setQueryData(queryKey, parts)
        }),
      )
      return parts
    },
    select: privateNetworksOf,
    retry: false,
    refetchInterval: 60_000,
  })
}

/** What a node tells of its part. @throws WireError when it could not be asked at all */
async function ask(
  network: Network,
  client: QueryClient,
  contract: NodeContract,
  signal: AbortSignal,
): Promise<Told | 'silent'> {
  try {
    const { id, twinId } = await client.fetchQuery({ ...oneNode(network, contract.nodeId), staleTime: 60_000 })
    return await inLane(signal, () => hear(network, { id, twinId }, contract))
  } catch (error) {
    if (isKeyFault(error) || signal.aborted) throw error
    return 'silent'
  }
}

async function hear(network: Network, node: NodeAddress, { id, data }: NodeContract): Promise<Told> {
  const line = nodeLine(network, node)
  const beganAt = performance.now()
  const deployment = (await getDeployment(line, id)) ?? null
  const answeredInMs = performance.now() - beganAt
  const name = (deployment && networkIn(deployment, data.name)?.name) ?? data.name
  const [config, { zos }, machines] = await Promise.all([
    getPublicConfig(line),
    getInterfaces(line),
    listPrivateIps(line, name),
  ])
  return { deployment, address: nodeEndpoint(config, zos), machines, answeredInMs }
}
