import type { NodeFilters } from './node-filters.ts'

type Name = keyof NodeFilters

/** The filters by what they are about, in the order of the bar. The text has a box of its own. */
export const filterGroups = [
  { id: 'status', name: 'Status', filters: ['status', 'healthy'] },
  { id: 'place', name: 'Place', filters: ['country', 'region', 'city'] },
  { id: 'farm', name: 'Farm', filters: ['farm', 'owner'] },
  {
    id: 'capacity',
    name: 'Capacity',
    filters: ['freeMemoryGiB', 'totalMemoryGiB', 'freeSsdGiB', 'totalSsdGiB', 'freeHddGiB', 'totalHddGiB', 'cores'],
  },
  { id: 'gpu', name: 'GPU', filters: ['gpu', 'gpus', 'gpuFree', 'gpuVendor', 'gpuDevice', 'gpuId'] },
  { id: 'addresses', name: 'Addresses', filters: ['freeIps', 'ipv4', 'ipv6', 'seesIpv6', 'domain'] },
  { id: 'price', name: 'Price', filters: ['priceMin', 'priceMax'] },
  {
    id: 'renting',
    name: 'Renting',
    filters: ['dedicated', 'rentable', 'rented', 'dedicatedFarm', 'availableFor', 'rentableOrRentedBy', 'rentedBy'],
  },
  { id: 'more', name: 'More', filters: ['certified', 'features', 'except', 'twin'] },
] as const satisfies readonly { id: string; name: string; filters: readonly Name[] }[]

export type FilterGroup = (typeof filterGroups)[number]

/** How many of these filters apply. */
export const appliedOf = (search: NodeFilters, filters: readonly Name[]): number =>
  filters.filter((name) => search[name] !== undefined).length
