import { writeSize } from '#domain/size-text.ts'
import { gib } from '#domain/units.ts'
import { conditionsIn, idsIn, type Condition } from '#features/lists/search.ts'
import { nodeFilters, type NodeFilters } from './node-filters.ts'

const statusNames = { up: 'Up', standby: 'Standby', down: 'Down' }

/** What narrows the list, in the order of the filter bar. */
export function conditionsOf<Search extends NodeFilters>(search: Search): Condition<Search>[] {
  const asked: NodeFilters = search
  const yesNo = (yes: boolean | undefined) => (yes === undefined ? undefined : yes ? 'Yes' : 'No')
  const least = (n: number | undefined) => n && `${n.toLocaleString('en')} or more`
  const size = (gibOrNone: number | undefined) => gibOrNone && `${writeSize(gib(gibOrNone))} or more`
  const usd = (n: number | undefined) => (n === undefined ? undefined : `$${n.toLocaleString('en')}`)
  const freeOrTaken = (free: boolean | undefined) => (free === undefined ? undefined : free ? 'Free' : 'Taken')
  const nodes = asked.text === undefined ? undefined : idsIn(asked.text)
  return conditionsIn<Search>(search, [
    ['text', nodes ? (nodes.length > 1 ? 'Nodes' : 'Node') : 'Farm name', nodes?.join(', ') ?? asked.text],
    ['status', 'Status', asked.status?.map((one) => statusNames[one]).join(', ')],
    ['healthy', 'Healthy', yesNo(asked.healthy)],
    ['country', 'Country', asked.country],
    ['region', 'Region', asked.region],
    ['city', 'City', asked.city],
    ['farm', 'Farm', asked.farm],
    ['cores', 'vCPU in all', least(asked.cores)],
    ['freeMemoryGiB', 'Free memory', size(asked.freeMemoryGiB)],
    ['freeSsdGiB', 'Free SSD', size(asked.freeSsdGiB)],
    ['freeHddGiB', 'Free HDD', size(asked.freeHddGiB)],
    ['totalMemoryGiB', 'Memory in all', size(asked.totalMemoryGiB)],
    ['totalSsdGiB', 'SSD in all', size(asked.totalSsdGiB)],
    ['totalHddGiB', 'HDD in all', size(asked.totalHddGiB)],
    ['gpu', 'GPU', yesNo(asked.gpu)],
    ['gpus', 'GPUs', least(asked.gpus)],
    ['gpuVendor', 'GPU vendor', asked.gpuVendor],
    ['gpuDevice', 'GPU model', asked.gpuDevice],
    ['gpuId', 'GPU id', asked.gpuId],
    ['gpuFree', 'GPU is', freeOrTaken(asked.gpuFree)],
    ['freeIps', 'Free public IPs', least(asked.freeIps)],
    ['ipv4', 'IPv4 of its own', yesNo(asked.ipv4)],
    ['ipv6', 'IPv6 of its own', yesNo(asked.ipv6)],
    ['seesIpv6', 'Sees public IPv6', yesNo(asked.seesIpv6)],
    ['domain', 'Domain', yesNo(asked.domain)],
    ['priceMin', 'Price from', usd(asked.priceMin)],
    ['priceMax', 'Price up to', usd(asked.priceMax)],
    ['dedicated', 'Let whole', yesNo(asked.dedicated)],
    ['dedicatedFarm', 'Dedicated farm', yesNo(asked.dedicatedFarm)],
    ['rentable', 'Can be rented', yesNo(asked.rentable)],
    ['rented', 'Rented', yesNo(asked.rented)],
    ['rentedBy', 'Rented by twin', asked.rentedBy],
    ['availableFor', 'Open to twin', asked.availableFor],
    ['rentableOrRentedBy', 'Rentable to or rented by twin', asked.rentableOrRentedBy],
    ['certified', 'Certified', yesNo(asked.certified)],
    ['features', 'Features', asked.features?.join(', ')],
    ['except', 'Not nodes', asked.except?.join(', ')],
    ['twin', 'Node twin', asked.twin],
    ['owner', 'Farmer’s twin', asked.owner],
  ])
}

/** The search with nothing left that narrows it; how it is ordered and shown stays. */
export const clearedOf = <Search extends NodeFilters>(search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([name]) => !(name in nodeFilters) && name !== 'page')) as Search
