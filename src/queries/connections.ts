import { WireError } from '#protocols/fault.ts'
import type { NodeLine } from '#protocols/node/line.ts'
import { openSession, type Places, type RemoteSession, type Told } from '#protocols/worker/open.ts'
import { inUse } from './networks.ts'

const answerMs = 15_000

const sessions = new Map<string, Promise<RemoteSession>>()

/**
 * The worker's session on this network, opened when first asked for, at the places that are in use now. It stays open
 * when another network is looked at: a deployment that is on its way goes on.
 */
export function session(network: Places): Promise<RemoteSession> {
  const { id, chain, relay, first } = inUse(network)
  const key = [id, chain, relay].join(' ')
  const open = sessions.get(key) ?? openSession({ id, chain, relay, first: { chain: first.chain } })
  sessions.set(key, open)
  return open
}

/** A node as the relay and people know it. */
export type NodeAddress = { id: number; twinId: number }

/** A line to a node over the relay, in the name of the open account. */
export const nodeLine = (places: Places, node: NodeAddress): NodeLine => ({
  name: `Node ${node.id}`,
  ask: async (...question) => JSON.parse((await askNode(places, node, ...question)).text),
})

/** What a node answers, as it wrote it. @throws WireError */
export async function askNode(
  places: Places,
  node: NodeAddress,
  command: string,
  payload?: unknown,
  timeoutMs = answerMs,
): Promise<Told> {
  try {
    return await (await session(places)).ask(node.twinId, command, payload, timeoutMs)
  } catch (error) {
    throw inTheNameOf(node, error)
  }
}

/** The relay knows twins; people know nodes. */
const inTheNameOf = ({ id, twinId }: NodeAddress, error: unknown) =>
  error instanceof WireError && error.fault.where === `twin ${twinId}`
    ? new WireError({ ...error.fault, where: `Node ${id}` })
    : error
