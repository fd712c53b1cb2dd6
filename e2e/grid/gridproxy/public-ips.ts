import { exactly, flag, numberIn } from './filter.ts'
import type { Listing } from './listing.ts'
import type { IpRow } from './rows.ts'

export const ipListing: Listing<IpRow> = {
  filters: {
    farm_ids: numberIn(({ farm_id }) => farm_id),
    free: flag(({ contract_id }) => contract_id === 0),
    ip: exactly(({ ip }) => ip),
    gateway: exactly(({ gateway }) => gateway),
  },
  sorts: {
    ip: ({ ip }) => ip,
    farm_id: ({ farm_id }) => farm_id,
    contract_id: ({ contract_id }) => contract_id,
  },
  id: ({ id }) => id,
}
