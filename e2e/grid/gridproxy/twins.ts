import { equal, exactly } from './filter.ts'
import type { Listing } from './listing.ts'
import type { TwinJson } from './rows.ts'

export const twinListing: Listing<TwinJson> = {
  filters: {
    twin_id: equal(({ twinId }) => twinId),
    account_id: exactly(({ accountId }) => accountId),
    relay: exactly(({ relay }) => relay),
    public_key: exactly(({ publicKey }) => publicKey),
  },
  sorts: {
    twin_id: ({ twinId }) => twinId,
    account_id: ({ accountId }) => accountId,
    relay: ({ relay }) => relay || undefined,
    public_key: ({ publicKey }) => publicKey || undefined,
  },
  id: ({ twinId }) => twinId,
}
