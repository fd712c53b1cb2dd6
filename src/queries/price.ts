import { queryOptions } from '@tanstack/react-query'
import { billedPrice, type Tariff, type TftPrice } from '#protocols/chain/price.ts'
import { client } from './client.ts'
import type { Where } from './connections.ts'
import { session } from './connections.ts'
import { live } from './live.ts'

export type { Tariff, TftPrice }

const tariffKey = (network: Where) => [network.id, 'tariff']
const priceKey = (network: Where) => [network.id, 'tft-price']

/** What the chain bills by now: its price policy and what a TFT is worth. */
export const tariff = (network: Where) =>
  queryOptions({
    queryKey: tariffKey(network),
    queryFn: async () => (await session(network)).tariff(),
    staleTime: 60_000,
  })

const watchPrice = live<TftPrice>((open, tell) => open.watchPrice(tell))

/** What a TFT is worth. The chain tells each change, and bills are reckoned by it from then on. */
export const tftPrice = (network: Where) =>
  queryOptions({
    queryKey: priceKey(network),
    queryFn: async () =>
      watchPrice(await session(network), (price) => {
        client.setQueryData(priceKey(network), price)
        client.setQueryData<Tariff>(
          tariffKey(network),
          (known) => known && { ...known, milliUsdPerTft: billedPrice(price) },
        )
      }),
    staleTime: Infinity,
  })
