import { atLeast, equal, exactly, named, wordIn, type Filters } from './filter.ts'
import type { Listing } from './listing.ts'
import type { Bill } from '../world/contracts.ts'
import type { ContractJson, ContractRow } from './rows.ts'

const nodeDetails = ({ type, details }: ContractJson) => (type === 'node' ? details : undefined)
const place = ({ details }: ContractJson) => ('nodeId' in details ? details : undefined)

const filters: Filters<ContractRow> = {
  contract_id: equal(({ json }) => json.contract_id),
  twin_id: equal(({ json }) => json.twin_id),
  node_id: equal(({ json }) => place(json)?.nodeId ?? 0),
  farm_id: equal(({ json }) => place(json)?.farm_id ?? 0),
  farm_name: named(({ json }) => place(json)?.farm_name ?? ''),
  type: exactly(({ json }) => json.type),
  state: wordIn(['Created', 'GracePeriod', 'Deleted'], ({ json }) => json.state),
  name: exactly(({ json }) => (json.type === 'name' ? json.details.name : '')),
  deployment_data: exactly(({ json }) => nodeDetails(json)?.deployment_data ?? ''),
  deployment_hash: exactly(({ json }) => nodeDetails(json)?.deployment_hash ?? ''),
  number_of_public_ips: atLeast(({ json }) => nodeDetails(json)?.number_of_public_ips ?? 0),
}

export const contractListing: Listing<ContractRow> = {
  filters,
  sorts: {
    contract_id: ({ json }) => json.contract_id,
    twin_id: ({ json }) => json.twin_id,
    state: ({ json }) => json.state,
    created_at: ({ json }) => json.created_at,
    type: ({ json }) => json.type,
  },
  id: ({ json }) => json.contract_id,
}

/** Newest first, as they are kept. */
export const billListing: Listing<Bill> = { filters: {}, sorts: {}, id: ({ timestamp }) => -timestamp }

const tft = (amount: number) => amount / 1e7

/** TFT that a twin's contracts took: in the hour of each one's last bill, and ever. */
export function consumption(contracts: ContractRow[]) {
  const lastHour = ({ json, bills: [latest, previous] }: ContractRow) => {
    if (json.state === 'Deleted' || !latest) return 0
    const hours = previous ? Math.max(1, (latest.timestamp - previous.timestamp) / 3600) : 1
    return tft(latest.amountBilled) / hours
  }
  return {
    last_hour_consumption: contracts.reduce((sum, row) => sum + lastHour(row), 0),
    overall_consumption: tft(contracts.flatMap(({ bills }) => bills).reduce((sum, bill) => sum + bill.amountBilled, 0)),
  }
}
