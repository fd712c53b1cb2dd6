import { regionOf } from '../world/places.ts'
import {
  atLeast,
  contains,
  decimal,
  equal,
  flag,
  forTwin,
  hasWords,
  named,
  numberIn,
  numberNotIn,
  wordIn,
  type Filter,
  type Filters,
} from './filter.ts'
import { asked, balanceOf, some, type Listing } from './listing.ts'
import { discounted } from './price.ts'
import type { CardJson, NodeJson, NodeRow } from './rows.ts'

const statuses = ['up', 'standby', 'down']
const features = (
  'zmount zdb volume ipv4 ip gateway-name-proxy gateway-fqdn-proxy qsfs zlogs network zmachine zmachine-light ' +
  'network-light wireguard yggdrasil mycelium'
).split(' ')

const total = ({ json }: NodeRow) => json.total_resources
const used = ({ json }: NodeRow) => json.used_resources

const price =
  (holds: (price: number, bound: number) => boolean): Filter<NodeRow> =>
  ([bound = ''], query) => {
    const limit = decimal(bound)
    const balance = balanceOf(query)
    return (row) => holds(discounted(row.json.price_usd, balance), limit)
  }

const isFree = ({ json }: NodeRow) => !json.rented && !json.inDedicatedFarm && json.extraFee === 0

const filters: Filters<NodeRow> = {
  status: wordIn(statuses, ({ json }) => json.status),
  healthy: flag(({ json, probed }) => (probed ? json.healthy : undefined)),
  has_ipv6: flag(({ world }) => world.hasIpv6),
  free_mru: atLeast(({ free }) => free.mru),
  free_sru: atLeast(({ free }) => free.sru),
  free_hru: atLeast(({ free }) => free.hru),
  total_cru: atLeast((row) => total(row).cru),
  total_mru: atLeast((row) => total(row).mru),
  total_sru: atLeast((row) => total(row).sru),
  total_hru: atLeast((row) => total(row).hru),
  country: named(({ json }) => json.country),
  country_contains: contains(({ json }) => json.country),
  city: named(({ json }) => json.city),
  city_contains: contains(({ json }) => json.city),
  region: named(({ json }) => regionOf(json.country) ?? ''),
  farm_name: named(({ json }) => json.farmName),
  farm_name_contains: contains(({ json }) => json.farmName),
  farm_ids: numberIn(({ json }) => json.farmId),
  free_ips: atLeast(({ json }) => json.farm_free_ips),
  ipv4: flag(({ json }) => json.publicConfig.ipv4 !== ''),
  ipv6: flag(({ json }) => json.publicConfig.ipv6 !== ''),
  domain: flag(({ json }) => json.publicConfig.domain !== ''),
  in_dedicated_farm: flag(({ json }) => json.inDedicatedFarm),
  // Unlike the flag of that name in the row, the filter leaves the extra fee out.
  dedicated: flag(({ json }) => json.rentable || json.rented),
  rentable: flag(({ json }) => json.rentable),
  rented: flag(({ json }) => json.rented),
  rented_by: equal(({ json }) => json.rentedByTwinId),
  available_for: forTwin((row, twin) => row.json.rentedByTwinId === twin || isFree(row)),
  rentable_or_rented_by: forTwin(({ json }, twin) => json.rentable || json.rentedByTwinId === twin),
  owned_by: equal(({ farm }) => farm.json.twinId),
  node_id: equal(({ json }) => json.nodeId),
  node_ids: numberIn(({ json }) => json.nodeId),
  excluded: numberNotIn(({ json }) => json.nodeId),
  twin_id: equal(({ json }) => json.twinId),
  certification_type: named(({ json }) => json.certificationType),
  has_gpu: flag(({ json }) => json.num_gpu > 0),
  num_gpu: atLeast(({ json }) => json.num_gpu),
  price_min: price((one, bound) => one >= bound),
  price_max: price((one, bound) => one <= bound),
  features: hasWords(features, ({ json }) => json.features),
}

const cards: Filters<CardJson> = {
  gpu_device_name: contains(({ device }) => device),
  gpu_vendor_name: contains(({ vendor }) => vendor),
  gpu_device_id: contains(({ id }) => id),
  gpu_vendor_id: contains(({ id }) => id),
  gpu_available: flag(({ contract }) => contract === 0),
}

const sorts: Listing<NodeRow>['sorts'] = {
  node_id: ({ json }) => json.nodeId,
  farm_id: ({ json }) => json.farmId,
  twin_id: ({ json }) => json.twinId,
  uptime: ({ json }) => json.uptime,
  created: ({ json }) => json.created,
  updated_at: ({ json }) => json.updatedAt,
  country: ({ json }) => json.country,
  city: ({ json }) => json.city,
  dedicated_farm: ({ json }) => Number(json.inDedicatedFarm),
  rent_contract_id: ({ json }) => json.rentContractId || undefined,
  total_cru: (row) => total(row).cru,
  total_mru: (row) => total(row).mru,
  total_sru: (row) => total(row).sru,
  total_hru: (row) => total(row).hru,
  used_cru: (row) => used(row).cru,
  used_mru: (row) => used(row).mru,
  used_sru: (row) => used(row).sru,
  used_hru: (row) => used(row).hru,
  num_gpu: ({ json }) => json.num_gpu,
  extra_fee: ({ json }) => json.extraFee,
  status: ({ json }) => statuses.indexOf(json.status),
  free_cru: ({ free }) => free.cru,
  price_usd: ({ json }) => json.price_usd,
  rented: ({ json }) => Number(json.rented),
  rentable: ({ json }) => Number(json.rentable),
}

export const nodeListing: Listing<NodeRow> = {
  filters,
  parts: some(({ json }) => json.gpus, cards),
  sorts,
  id: ({ json }) => json.nodeId,
  first: (query) =>
    asked(query, 'available_for') || asked(query, 'rentable_or_rented_by') ? ({ json }) => json.rented : undefined,
}

/** The conditions that `/farms` puts on a farm's nodes. */
export const nodeConditions: Filters<NodeRow> = {
  node_free_mru: filters.free_mru!,
  node_free_sru: filters.free_sru!,
  node_free_hru: filters.free_hru!,
  node_total_cru: filters.total_cru!,
  node_status: filters.status!,
  node_rented_by: filters.rented_by!,
  node_available_for: filters.available_for!,
  node_has_gpu: filters.has_gpu!,
  node_has_ipv6: filters.has_ipv6!,
  node_certified: flag(({ json }) => json.certificationType === 'Certified'),
  node_features: filters.features!,
  country: filters.country!,
  region: filters.region!,
}

/** The row as it goes out: with the price for the balance that was named. */
export const listed = ({ json }: NodeRow, balance: number): NodeJson => ({
  ...json,
  price_usd: discounted(json.price_usd, balance),
})

/** A single node nests its resources. */
export function single(row: NodeRow) {
  const { total_resources, used_resources, ...rest } = listed(row, 0)
  return { ...rest, capacity: { total_resources, used_resources } }
}

export const statusIn = (query: URLSearchParams): ((row: NodeRow) => boolean) => {
  const words = asked(query, 'status')
  return words === undefined ? () => true : filters.status!([words], query)
}
