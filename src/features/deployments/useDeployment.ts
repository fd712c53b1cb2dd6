import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Deployed } from '#domain/deployed.ts'
import { account } from '#queries/account.ts'
import { deploymentList } from '#queries/deployments.ts'
import { useNetwork } from '#queries/networks.ts'

/** The deployment that the address names by one of its contracts, and how its search went. */
export function useDeployment() {
  const { contractId } = useParams({ from: '/deployments/$contractId' })
  const network = useNetwork()
  const twinId = useQuery(account(network)).data?.twinId
  const list = useQuery({ ...deploymentList(network, twinId ?? 0), enabled: twinId !== undefined })
  const deployed = list.data?.find(({ contracts }) => contracts.some(({ id }) => String(id) === contractId))
  return { contractId, twinId, list, deployed }
}

/** The same inside the page, which shows its parts only once it was found. */
export const useShown = (): Deployed => useDeployment().deployed!
