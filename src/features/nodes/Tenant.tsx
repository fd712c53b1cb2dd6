import { useQuery } from '@tanstack/react-query'
import { account } from '#queries/account.ts'
import { useNetwork } from '#queries/networks.ts'
import { Badge } from '#ui/Badge.tsx'

/** Says of a rented node that the account that acts is its tenant; nothing of those of others. */
export function Tenant({ twinId }: { twinId: number }) {
  const mine = useQuery(account(useNetwork())).data?.twinId === twinId
  return mine && <Badge tone="accent">Rented by you</Badge>
}
