import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Call } from '#protocols/chain/call.ts'
import { callback, openVault, type Account as OnChain, type RemoteSession } from '#protocols/worker/open.ts'
import { choose, chosen, type Chosen } from './chosen.ts'
import { client } from './client.ts'
import { session } from './connections.ts'
import { newPhrase } from './deployers.ts'
import type { Network } from './networks.ts'

/** The account that acts, with what the chain says of it. */
export type Account = Chosen & OnChain

const watched = new WeakMap<RemoteSession, { latest: Promise<OnChain> }>()

/** The account that acts, or `null` when there is none. The chain tells each change of its balance and twin. */
export const account = (network: Network) =>
  queryOptions({
    queryKey: [network.id, 'account'],
    queryFn: async (): Promise<Account | null> => {
      const who = chosen(network.id)
      return who ? { ...who, ...(await watch(network, who)) } : null
    },
  })

async function watch(network: Network, who: Chosen): Promise<OnChain> {
  const open = await session(network)
  const known = watched.get(open)
  if (known) return known.latest
  const fresh: { latest: Promise<OnChain> } = { latest: new Promise(() => {}) }
  fresh.latest = new Promise((resolve, reject) => {
    const onChange = (now: OnChain) => {
      fresh.latest = Promise.resolve(now)
      resolve(now)
      const current = chosen(network.id)
      if (current?.address === who.address) client.setQueryData([network.id, 'account'], { ...current, ...now })
    }
    open.watch(callback(onChange)).catch((error: unknown) => {
      watched.delete(open)
      reject(error)
    })
  })
  watched.set(open, fresh)
  return fresh.latest
}

/** Does the network hand out play money? */
export const faucet = (network: Network) =>
  queryOptions({
    queryKey: [network.id, 'faucet'],
    queryFn: async () => (await session(network)).canFund(),
    staleTime: Infinity,
  })

/** What a transaction of these calls would cost. */
export const fee = (network: Network, calls: Call[]) =>
  queryOptions({
    queryKey: [network.id, 'fee', calls],
    queryFn: async () => (await session(network)).fee(calls),
  })

/** Source: zosbase pkg/environment, the document that nodes and the Go SDK accept for a twin; the hash is the MD5 of the link. */
export const terms = { link: 'http://zos.tf/terms/v0.1', hash: '9021d4dee05a661e2cb6838152c67f25' }

/** What makes a twin: accepted terms, the relay that answers come to, and the key that they are encrypted for. */
export const twinCalls = (network: Network, encryptionKey: Uint8Array | undefined): Call[] => [
  { call: 'accept-terms', ...terms },
  { call: 'create-twin', relay: relayHost(network), encryptionKey },
]

/** How the chain names a relay: by its host alone. */
export const relayHost = ({ relay }: { relay: string }) => new URL(relay).hostname

/** Makes an account of play money (or tops up the one that is open), and its twin. */
export const makeFundedAccount = (network: Network, queries: QueryClient) => ({
  mutationFn: async () => {
    if (!chosen(network.id)) {
      const place = `${network.id} ${network.first.chain}`
      const secret = { type: 'sr25519' as const, text: await newPhrase() }
      const made = await (await openVault()).addGuarded(secret, 'Play money', place)
      choose(network.id, { by: 'key', address: made.address, name: made.name, type: made.type, guard: 'browser' })
    }
    const open = await session(network)
    await open.fund()
    const { address } = chosen(network.id)!
    if ((await open.twinIdOf(address)) === undefined) await open.submit(twinCalls(network, await open.encryptionKey()))
  },
  onSuccess: () => queries.invalidateQueries({ queryKey: [network.id] }),
})
