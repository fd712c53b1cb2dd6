import { useQuery } from '@tanstack/react-query'
import { useNeed } from '#features/account/NeedsKey.tsx'
import { account } from '#queries/account.ts'
import { useNetwork } from '#queries/networks.ts'
import { privateNetworks } from '#queries/private-networks.ts'

/** The private networks of the account that acts, and what it lacks to ask nodes for them. */
export function useMyNetworks() {
  const network = useNetwork()
  const need = useNeed()
  const open = useQuery(account(network))
  const twinId = open.data?.twinId
  const networks = useQuery({
    ...privateNetworks(network, twinId ?? 0),
    enabled: need === undefined && twinId !== undefined,
  })
  return { need, open, twinId, networks }
}
