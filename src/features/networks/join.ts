import type { QueryClient } from '@tanstack/react-query'
import { nodeEndpoint } from '#domain/node-endpoint.ts'
import type { Node } from '#domain/node.ts'
import { addMember } from '#domain/private-network-change.ts'
import { cutOff, type PrivateNetwork } from '#domain/private-network.ts'
import type { Network } from '#queries/networks.ts'
import { asked } from '#queries/node-live.ts'
import { chance, type Change } from './change.ts'

/** Why a node cannot join, in words for a person. */
export class JoinProblem extends Error {}

/**
 * A node as a new member, after it told where it can be called and which ports are taken.
 *
 * @throws WireError when it does not answer, and JoinProblem when it could reach nobody
 */
export async function joining(
  grid: Network,
  client: QueryClient,
  network: PrivateNetwork,
  node: Node,
): Promise<Change> {
  const [ports, config, interfaces] = await Promise.all([
    client.fetchQuery({ ...asked(grid, node, 'ports'), staleTime: 0 }),
    client.fetchQuery(asked(grid, node, 'publicConfig')),
    client.fetchQuery(asked(grid, node, 'interfaces')),
  ])
  const address = nodeEndpoint(config.answer, interfaces.answer.zos)
  const after = addMember(network, { nodeId: node.id, address, ports: ports.answer }, chance)
  const member = after.members.at(-1)!
  if (cutOff(after).length > 0)
    throw new JoinProblem(
      address === null
        ? `Node ${node.id} is hidden, and no member can be called that it could reach the others through: add one with a public address first`
        : `A hidden member would reach nobody through node ${node.id}`,
    )
  const { subnet, port, through } = member
  return {
    title: `Add node ${node.id} to ${network.name}`,
    verb: 'Sign and add',
    says: [
      `Node ${node.id} gets ${subnet} and port ${port}${through === undefined ? '' : `; it is hidden and reaches the others through node ${through}`}.`,
      ...(network.members.length > 0 ? ['The members that answer learn of it.'] : []),
      'Its contract holds a network and nothing else, which costs next to nothing.',
    ],
    after,
    joining: [node],
  }
}
