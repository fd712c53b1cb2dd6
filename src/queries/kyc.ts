import { queryOptions } from '@tanstack/react-query'
import { isVerified } from '#protocols/kyc/status.ts'

/** Will nodes take deployments of this account? Its owner has to be verified with the network's identity service. */
export const verified = (network: { id: string; kyc: string }, address: string) =>
  queryOptions({
    queryKey: [network.id, 'kyc', address],
    queryFn: ({ signal }) => isVerified(network.kyc, address, signal),
    retry: false,
    staleTime: 60_000,
  })
