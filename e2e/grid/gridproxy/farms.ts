import { atLeast, contains, equal, exactly, flag, named, type Filters } from './filter.ts'
import { asked, some, type Listing } from './listing.ts'
import { nodeConditions } from './nodes.ts'
import type { FarmRow } from './rows.ts'

const free = ({ json }: FarmRow) => json.publicIps.filter(({ contract_id }) => contract_id === 0).length
const total = ({ json }: FarmRow) => json.publicIps.length

const filters: Filters<FarmRow> = {
  free_ips: atLeast(free),
  total_ips: atLeast(total),
  pricing_policy_id: equal(({ json }) => json.pricingPolicyId),
  farm_id: equal(({ json }) => json.farmId),
  twin_id: equal(({ json }) => json.twinId),
  name: named(({ json }) => json.name),
  name_contains: contains(({ json }) => json.name),
  certification_type: exactly(({ json }) => json.certificationType),
  stellar_address: exactly(({ json }) => json.stellarAddress),
  dedicated: flag(({ json }) => json.dedicated),
}

export const farmListing: Listing<FarmRow> = {
  filters,
  parts: some(({ nodes }) => nodes, nodeConditions),
  sorts: {
    name: ({ json }) => json.name,
    farm_id: ({ json }) => json.farmId,
    twin_id: ({ json }) => json.twinId,
    dedicated: ({ json }) => Number(json.dedicated),
    free_ips: free,
    total_ips: total,
    used_ips: (row) => total(row) - free(row),
    public_ips: total,
  },
  id: ({ json }) => json.farmId,
  first: (query) =>
    asked(query, 'node_available_for') ? ({ nodes }) => nodes.some(({ json }) => json.rented) : undefined,
}
