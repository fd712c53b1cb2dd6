import { useQuery } from '@tanstack/react-query'
import type { Node } from '#domain/node.ts'
import { account } from '#queries/account.ts'
import { oneFarm } from '#queries/farms.ts'
import { useNetwork } from '#queries/networks.ts'
import { commandGroups, type CommandGroup } from '#queries/node-console.ts'

/** What can be asked of this node: what it tells its farmer only when the open account is the farmer's. */
export function useCommandGroups(node: Node): readonly CommandGroup[] {
  const network = useNetwork()
  const twinId = useQuery(account(network)).data?.twinId
  const farmer = useQuery(oneFarm(network, node.farmId)).data?.twinId
  return commandGroups.filter((group) => group.for !== 'farmer' || (twinId !== undefined && twinId === farmer))
}
