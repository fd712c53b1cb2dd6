import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Call } from '#protocols/chain/call.ts'
import type { Account, Places } from '#protocols/worker/open.ts'
import { session } from './connections.ts'

export type { Account }

/** The open account with its twin and balance, or `null` when there is none. Money moves by the block, so it is asked often. */
export const account = (network: Places) =>
  queryOptions({
    queryKey: [network.id, 'account'],
    queryFn: async () => (await (await session(network)).account()) ?? null,
    refetchInterval: 12_000,
  })

/** Does the network hand out play money? */
export const faucet = (network: Places) =>
  queryOptions({
    queryKey: [network.id, 'faucet'],
    queryFn: async () => (await session(network)).canFund(),
    staleTime: Infinity,
  })

/** What a transaction of these calls would cost. */
export const fee = (network: Places, calls: Call[]) =>
  queryOptions({
    queryKey: [network.id, 'fee', calls],
    queryFn: async () => (await session(network)).fee(calls),
  })

export const makeFundedAccount = (network: Places, client: QueryClient) => ({
  mutationFn: async () => (await session(network)).makeFundedAccount(),
  onSuccess: () => client.invalidateQueries({ queryKey: [network.id] }),
})

export const forgetAccount = (network: Places, client: QueryClient) => ({
  mutationFn: async () => (await session(network)).forgetAccount(),
  onSuccess: () => client.invalidateQueries({ queryKey: [network.id] }),
})
