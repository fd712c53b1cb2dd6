import { queryOptions } from '@tanstack/react-query'
import type { Tariff } from '#protocols/chain/price.ts'
import type { Where } from './connections.ts'
import { session } from './connections.ts'

export type { Tariff }

/** What the chain bills by now: its price policy and what a TFT is worth. */
export const tariff = (network: Where) =>
  queryOptions({
    queryKey: [network.id, 'tariff'],
    queryFn: async () => (await session(network)).tariff(),
    staleTime: 60_000,
  })
