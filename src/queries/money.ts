import { queryOptions } from '@tanstack/react-query'
import type { ContractState } from '#domain/contract.ts'
import type { Tft } from '#domain/money.ts'
import { activate } from '#protocols/chain/activation.ts'
import { listContracts } from '#protocols/gridproxy/contracts.ts'
import { session } from './connections.ts'
import type { Network } from './networks.ts'

const live: ContractState[] = ['Created', 'GracePeriod']

/**
 * What a twin's contracts cost an hour, all together, and how many they are. `balance` decides the discount; small
 * changes of it make no difference.
 */
export const spending = (network: Network, twinId: number, balance: Tft) =>
  queryOptions({
    queryKey: [network.id, 'spending', twinId],
    queryFn: async ({ signal }) => {
      const { contracts } = await listContracts(network.gridproxy, { twinId, states: live }, signal)
      const hourly = contracts.length === 0 ? 0n : await (await session(network)).hourlyCost(contracts, balance)
      return { hourly, contracts: contracts.length }
    },
    refetchInterval: 60_000,
  })

/** Whom a text names, `null` when it is nobody. */
export const recipient = (network: Network, text: string) =>
  queryOptions({
    queryKey: [network.id, 'recipient', text],
    queryFn: async () => (await (await session(network)).recipientOf(text)) ?? null,
    staleTime: 60_000,
  })

/** What the bridge to Stellar keeps of each deposit and withdrawal. */
export const bridgeFees = (network: Network) =>
  queryOptions({
    queryKey: [network.id, 'bridge-fees'],
    queryFn: async () => (await session(network)).bridgeFees(),
    staleTime: 60_000,
  })

/** Asks the network's service for what a new account needs. Its TFT show with the account when they come. */
export const activation = (network: Network) => ({
  mutationFn: (address: string) => activate(network.activation, address),
})
