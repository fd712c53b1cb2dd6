import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { groupContracts, unclaimed } from '#domain/deployed.ts'
import { account } from '#queries/account.ts'
import { liveContracts } from '#queries/deployments.ts'
import { useNetwork } from '#queries/networks.ts'
import { useRows, type Row } from './rows.ts'

/** The deployment that the address names by one of its contracts, and how its search went. */
export function useDeployment() {
  const { contractId } = useParams({ from: '/deployments/$contractId' })
  const network = useNetwork()
  const open = useQuery(account(network))
  const twinId = open.data?.twinId
  const list = useQuery({ ...liveContracts(network, twinId ?? 0), enabled: twinId !== undefined })
  const contracts = list.data?.contracts ?? []
  const all = groupContracts(contracts)
  const found = all.filter((one) => one.contracts.some(({ id }) => String(id) === contractId))
  const [row] = useRows(found, unclaimed(contracts, all))
  return { contractId, open, twinId, list, row }
}

/** The same inside the page, which shows its parts only once it was found. */
export const useShown = (): Row => useDeployment().row!
