import { queryOptions } from '@tanstack/react-query'
import { session } from './connections.ts'
import type { Network } from './networks.ts'

/** A twin as the chain has it, `null` when there is none by that id. */
export const twin = (network: Network, id: number) =>
  queryOptions({
    queryKey: [network.id, 'twin', id],
    queryFn: async () => (await (await session(network)).twin(id)) ?? null,
  })

/** The key of the account that acts, by which others encrypt for it. It fails while the key is locked. */
export const encryptionKey = (network: Network, address: string) =>
  queryOptions({
    queryKey: [network.id, 'encryption-key', address],
    queryFn: async () => (await session(network)).encryptionKey(),
    retry: false,
    staleTime: Infinity,
  })
