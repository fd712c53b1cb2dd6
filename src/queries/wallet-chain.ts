import { queryOptions } from '@tanstack/react-query'
import { knowsChain, teachChain } from '#protocols/wallet/extension.ts'
import { client } from './client.ts'
import { session } from './connections.ts'
import type { Network } from './networks.ts'

/** Can a wallet read this network's transactions out to its owner? Those that keep no list of chains find out by themselves. */
export const readsChain = (network: Network, source: string) =>
  queryOptions({
    queryKey: [network.id, 'wallet-reads', source],
    queryFn: async () => (await knowsChain(source, await (await session(network)).metadata())) ?? true,
  })

/** Does it surely not? Nobody is held up when that cannot be found out. */
export const cannotRead = (network: Network, source: string): Promise<boolean> =>
  client.fetchQuery(readsChain(network, source)).then(
    (reads) => !reads,
    () => false,
  )

/** Offers the wallet what it needs for it; it asks its owner. */
export const teach = (network: Network, source: string) => ({
  mutationFn: async () => teachChain(source, await (await session(network)).metadata()),
  onSuccess: () => client.invalidateQueries({ queryKey: readsChain(network, source).queryKey }),
})
