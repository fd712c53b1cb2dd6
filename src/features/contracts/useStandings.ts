import { useQuery } from '@tanstack/react-query'
import type { Contract } from '#domain/contract.ts'
import { account } from '#queries/account.ts'
import { standings } from '#queries/contracts.ts'
import { useNetwork } from '#queries/networks.ts'

/** How these contracts stand, at the discount of the account that acts. */
export function useStandings(contracts: readonly Contract[]) {
  const network = useNetwork()
  const balance = useQuery(account(network)).data?.balance.usable ?? 0n
  return useQuery({ ...standings(network, contracts, balance), enabled: contracts.length > 0 })
}
