import { anyOf, atLeast, equal, exactly, named, type Filters } from './filter.ts'
import type { Listing } from './listing.ts'
import type { Bill } from '../world/contracts.ts'
import type { ContractJson, ContractRow } from './rows.ts'

const nodeDetails = ({ type, details }: ContractJson) => (type === 'node' ? details : undefined)
const place = ({ details }: ContractJson) => ('nodeId' in details ? details : undefined)

const filters: Filters<ContractRow> = {
  contract_id: equal(({ json }) => json.contract_id),
  twin_id: equal(({ json }) => json.twin_id),
  node_id: equal(({ json }) => place(json)?.nodeId ?? -1),
  farm_id: equal(({ json }) => place(json)?.farm_id ?? -1),
  farm_name: named(({ json }) => place(json)?.farm_name ?? ''),
  type: exactly(({ json }) => json.type),
  state: anyOf(({ json }) => json.state),
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

const perHour = ({ json, bills: [latest, previous] }: ContractRow): number => {
  if (json.state === 'Deleted' || !latest) return 0
  const hours = previous ? Math.max(1, (latest.timestamp - previous.timestamp) / 3600) : 1
  return tft(latest.amountBilled) / hours
}

/** TFT that the twin's contracts took: in the hour of each one's last bill, and ever. */
export function consumption(contracts: Iterable<ContractRow>, twin: number) {
  let lastHour = 0
  let overall = 0
  for (const row of contracts) {
    if (row.json.twin_id !== twin) continue
    lastHour += perHour(row)
    for (const { amountBilled } of row.bills) overall += tft(amountBilled)
  }
  return { last_hour_consumption: lastHour, overall_consumption: overall }
}
