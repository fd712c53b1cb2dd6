import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Call } from '#protocols/chain/call.ts'
import { handsOutMoney } from '#protocols/chain/health.ts'
import { openVault, type Account as OnChain, type Balance } from '#protocols/worker/open.ts'
import { choose, chosen, type Chosen } from './chosen.ts'
import { client } from './client.ts'
import { session } from './connections.ts'
import { asChosen, newPhrase } from './deployers.ts'
import { live } from './live.ts'
import { inUse, type Network } from './networks.ts'
import { transact } from './transact.ts'

export type { Balance }

const answerMs = 15_000

/** The account that acts, with what the chain says of it. */
export type Account = Chosen & OnChain

const watchAccount = live<OnChain>((open, tell) => open.watch(tell))

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
  const key = [network.id, 'account']
  const first = await watchAccount(open, (now) => {
    const current = chosen(network.id)
    if (current?.address === who.address) client.setQueryData(key, { ...current, ...now })
  })
  const twinId = () => client.getQueryData<Account>(key)?.twinId
  void import('./happenings.ts').then(({ hear }) => hear(open, { network: network.id, address: who.address, twinId }))
  return first
}

/** Does the network hand out play money? Asked without the chain library: whoever only looks has no use for that. */
export const faucet = (network: Network) =>
  queryOptions({
    queryKey: [network.id, 'faucet'],
    queryFn: ({ signal }) =>
      handsOutMoney(inUse(network).chain, AbortSignal.any([signal, AbortSignal.timeout(answerMs)])),
    staleTime: Infinity,
  })

/** What a transaction of these calls would cost `who`, the account that acts unless told otherwise. */
export const fee = (network: Network, calls: Call[], who = chosen(network.id)) =>
  queryOptions({
    queryKey: [network.id, 'fee', who?.address, textOf(calls)],
    queryFn: async () => (await session(network, who)).fee(calls),
  })

/** Amounts have no writing in JSON. */
const textOf = (calls: Call[]) =>
  JSON.stringify(calls, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))

/** Signs calls in the name of `who`, all or none. Gives what came of it once a block holds them. */
export const send = (network: Network, who: Chosen) => ({
  mutationFn: (calls: Call[]) => transact(network, calls, undefined, session(network, who)),
  // Not waited for: what called this may be gone once the lists are read anew.
  onSuccess: () => void client.invalidateQueries({ queryKey: [network.id] }),
})

/** What an account of this network has, whether it acts or not. */
export const standing = (network: Network, address: string) =>
  queryOptions({
    queryKey: [network.id, 'standing', address],
    queryFn: async () => {
      const open = await session(network)
      const [balance, twinId] = await Promise.all([open.balanceOf(address), open.twinIdOf(address)])
      return { balance, twinId: twinId ?? null }
    },
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

/** Where play money of a network is worth something: that one chain. */
export const placeOf = ({ id, first }: Network) => `${id} ${first.chain}`

/** Makes an account of play money (or tops up the one that is open), and its twin. It acts once it has both. */
export const makeFundedAccount = (network: Network, queries: QueryClient) => ({
  mutationFn: async () => {
    const acting = chosen(network.id)
    const who = acting ?? (await playMoneyAccount(network))
    const opening = session(network, who)
    const open = await opening
    await open.fund()
    if ((await open.twinIdOf(who.address)) === undefined)
      await transact(network, twinCalls(network, await open.encryptionKey()), undefined, opening)
    if (!acting) choose(network.id, who)
  },
  onSuccess: () => queries.invalidateQueries({ queryKey: [network.id] }),
})

/** A new account of play money, or the one whose making was cut short before. */
async function playMoneyAccount(network: Network): Promise<Chosen> {
  const vault = await openVault()
  const begun = (await vault.deployers()).find(({ place }) => place === placeOf(network))
  if (begun) return asChosen(begun)
  const secret = { type: 'sr25519' as const, text: await newPhrase() }
  return asChosen(await vault.addGuarded(secret, 'Play money', placeOf(network)))
}
