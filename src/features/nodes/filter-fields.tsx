import type { ReactNode } from 'react'
import { typedCount, typedId, typedIds, typedSize, typedUsd, typedWords, type Typed } from '#features/lists/typed.ts'
import { features, regions, statuses, type NodeFilters } from './node-filters.ts'
import { NodeState } from './NodeState.tsx'

type Named<Value> = {
  [N in keyof NodeFilters]-?: NonNullable<NodeFilters[N]> extends Value ? N : never
}[keyof NodeFilters]
type Option = { value: string; name: ReactNode }

/** How one filter is asked: what stands on the screen for it. */
export type FilterField =
  | {
      kind: 'typed'
      name: keyof NodeFilters
      typed: Typed<unknown>
      label: string
      help?: string
      placeholder?: string
    }
  | { kind: 'twin'; name: Named<number>; label: string; help: string }
  | { kind: 'yesNo'; name: Named<boolean>; label: string; yes: string; no?: string }
  | {
      kind: 'one'
      name: Named<string>
      label: string
      options: readonly { value: string; name: string }[] | 'countries'
    }
  | { kind: 'many'; name: Named<string[]>; label: string; options: readonly Option[] }
  | { kind: 'farm'; name: 'farm' }

const typed =
  <Value,>(how: Typed<Value>) =>
  (name: Named<Value>, label: string, help?: string, placeholder?: string): FilterField => ({
    kind: 'typed',
    name,
    typed: how as Typed<unknown>,
    label,
    help,
    placeholder,
  })
const size = typed(typedSize)
const count = typed(typedCount)
const usd = typed(typedUsd)
const ids = typed(typedIds)
const words = typed(typedWords)
const yesNo = (name: Named<boolean>, label: string, yes: string, no?: string): FilterField => ({
  kind: 'yesNo',
  name,
  label,
  yes,
  no,
})
const same = <Value extends string>(all: readonly Value[]) => all.map((value) => ({ value, name: value }))

/** The fields of every filter; in a group they stand in its order. */
export const filterFields: Record<Exclude<keyof NodeFilters, 'text'>, FilterField> = {
  status: {
    kind: 'many',
    name: 'status',
    label: 'Status',
    options: statuses.map((status) => ({ value: status, name: <NodeState status={status} /> })),
  },
  healthy: yesNo('healthy', 'Last health check', 'Passed', 'Failed'),
  country: { kind: 'one', name: 'country', label: 'Country', options: 'countries' },
  region: { kind: 'one', name: 'region', label: 'Region', options: same(regions) },
  city: words('city', 'City', 'Part of its name will do'),
  farm: { kind: 'farm', name: 'farm' },
  owner: { kind: 'twin', name: 'owner', label: 'Farmer’s twin', help: 'All farms of one farmer' },
  cores: count('cores', 'vCPU in all', 'Shared, so all of them count'),
  freeMemoryGiB: size('freeMemoryGiB', 'Free memory', undefined, '16 GiB'),
  freeSsdGiB: size('freeSsdGiB', 'Free SSD', undefined, '500 GB'),
  freeHddGiB: size('freeHddGiB', 'Free HDD', undefined, '4 TB'),
  totalMemoryGiB: size('totalMemoryGiB', 'Memory in all'),
  totalSsdGiB: size('totalSsdGiB', 'SSD in all'),
  totalHddGiB: size('totalHddGiB', 'HDD in all'),
  gpu: yesNo('gpu', 'Has a GPU', 'Yes'),
  gpus: count('gpus', 'Number of cards'),
  gpuFree: yesNo('gpuFree', 'The card is', 'Free', 'Taken'),
  gpuVendor: {
    kind: 'one',
    name: 'gpuVendor',
    label: 'Vendor',
    options: same(['NVIDIA', 'AMD', 'Intel']),
  },
  gpuDevice: words('gpuDevice', 'Model', 'Part of its name will do', 'RTX 4090'),
  gpuId: words('gpuId', 'PCI id', 'Part of slot/vendor/device', '10de/2684'),
  freeIps: count('freeIps', 'Free public IPv4 on the farm', 'At least this many'),
  ipv4: yesNo('ipv4', 'IPv4 of its own', 'Has one', 'Has none'),
  ipv6: yesNo('ipv6', 'IPv6 of its own', 'Has one', 'Has none'),
  seesIpv6: yesNo('seesIpv6', 'Reached over public IPv6', 'Yes', 'No'),
  domain: yesNo('domain', 'Domain for gateways', 'Has one', 'Has none'),
  priceMin: usd('priceMin', 'From'),
  priceMax: usd('priceMax', 'Up to', 'A month, whole node. By GridProxy’s price: without discount, rent and extra fee'),
  dedicated: yesNo('dedicated', 'Let whole', 'Rented, or free to be', 'Only shared'),
  rentable: yesNo('rentable', 'Can be rented now', 'Yes', 'No'),
  rented: yesNo('rented', 'Rented by someone', 'Yes', 'No'),
  dedicatedFarm: yesNo('dedicatedFarm', 'Its farm', 'Lets only whole nodes', 'Shares nodes'),
  availableFor: {
    kind: 'twin',
    name: 'availableFor',
    label: 'Open to twin',
    help: 'Rented by it, or open to all without an extra fee',
  },
  rentableOrRentedBy: {
    kind: 'twin',
    name: 'rentableOrRentedBy',
    label: 'Rentable to or rented by twin',
    help: 'What it can have for itself alone',
  },
  rentedBy: { kind: 'twin', name: 'rentedBy', label: 'Rented by twin', help: 'Only what it rents now' },
  certified: yesNo('certified', 'Hardware', 'Certified', 'DIY'),
  features: { kind: 'many', name: 'features', label: 'Offers all of', options: same(features) },
  except: ids('except', 'Not these nodes', 'Their numbers, with commas', '12, 40'),
  twin: typed(typedId)('twin', 'The node’s own twin', 'Each node has one'),
}
