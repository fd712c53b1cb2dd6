import { readJson } from '#domain/json-text.ts'
import { WireError } from '#protocols/fault.ts'
import type { NodeLine } from '#protocols/node/line.ts'
import { openSession, type RemoteSession, type Told } from '#protocols/worker/open.ts'
import { chosen, type Chosen } from './chosen.ts'
import { inUse } from './networks.ts'
import { askWallet } from './wallet.ts'

const answerMs = 15_000

/** A network by its id, with the places that it was reached at when it was read. */
export type Where = { id: string; chain: string; relay: string; first?: Reached; second?: Reached }
type Reached = { relay: string }

const sessions = new Map<string, Promise<RemoteSession>>()

/**
 * The worker's session on this network for an account, that which is chosen there unless told otherwise. It is opened
 * when first asked for, at the places that are in use now, and stays open when another network or account is looked at:
 * what is on its way goes on.
 */
export function session(network: Where, who: Chosen | undefined = chosen(network.id)): Promise<RemoteSession> {
  const { chain, relay, first, second } = inUse(network)
  const key = [network.id, chain, relay, who?.by, who?.address].join(' ')
  const open =
    sessions.get(key) ??
    openSession(
      { chain, relays: [...new Set([relay, first?.relay ?? relay, second?.relay ?? relay])] },
      who && { address: who.address, type: who.type, by: who.by },
      who?.by === 'wallet' ? askWallet(who.source) : undefined,
    )
  sessions.set(key, open)
  return open
}

/** Sockets die unseen while a computer sleeps: when the page is in sight again, each session looks whether its are there. */
globalThis.document?.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'visible') return
  for (const open of sessions.values()) void open.then((one) => one.wake())
})

/** A node as the relay and people know it. */
export type NodeAddress = { id: number; twinId: number }

/** A line to a node over the relay, in the name of the open account. */
export const nodeLine = (network: Where, node: NodeAddress, open = session(network)): NodeLine => ({
  name: `Node ${node.id}`,
  ask: async (command, payload, timeoutMs, signal) =>
    readJson((await askOver(open, node, command, payload, timeoutMs, signal)).text),
})

/** What a node answers, as it wrote it. @throws WireError */
export const askNode = (
  network: Where,
  node: NodeAddress,
  command: string,
  payload?: unknown,
  timeoutMs?: number,
  signal?: AbortSignal,
): Promise<Told> => askOver(session(network), node, command, payload, timeoutMs, signal)

async function askOver(
  opening: Promise<RemoteSession>,
  node: NodeAddress,
  command: string,
  payload: unknown,
  timeoutMs = answerMs,
  signal?: AbortSignal,
): Promise<Told> {
  const id = `${node.id} ${++asked}`
  const open = await opening
  const cancel = () => void open.cancel(id)
  signal?.throwIfAborted()
  signal?.addEventListener('abort', cancel)
  try {
    return await open.ask(node.twinId, command, payload, timeoutMs, id)
  } catch (error) {
    throw inTheNameOf(node, error)
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}

let asked = 0

/** The relay knows twins; people know nodes. */
const inTheNameOf = ({ id, twinId }: NodeAddress, error: unknown) =>
  error instanceof WireError && error.fault.where === `twin ${twinId}`
    ? new WireError({ ...error.fault, where: `Node ${id}` })
    : error
