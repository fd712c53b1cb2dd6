import type { NodeNeeds } from '#domain/plan/node-needs.ts'
import type { NodeFilter } from '#queries/nodes.ts'
import { idsIn } from '#features/lists/search.ts'

/** What a person looks for among the nodes. `all`: also those that do not fit. */
export type NodeSearch = { text?: string | undefined; country?: string | undefined; all: boolean; page: number }

export const pageSize = 20

/** Types that every node has in one kind or the other, so that asking for one would hide half of them. */
const ofTwoKinds = ['zmachine', 'zmachine-light', 'network', 'network-light']
/** These want a full machine beside them. */
const fullOnly = ['ip', 'ipv4', 'zlogs']

/** The cheapest first that have room for what is needed. Who types a number means that node, whether it fits or not. */
export function nodeFilter(needs: NodeNeeds, search: NodeSearch, twinId: number | undefined): NodeFilter {
  const { text, country, all, page } = search
  const ids = text === undefined ? undefined : idsIn(text)
  const listed = {
    page,
    size: pageSize,
    sort: 'price_usd',
    order: 'asc',
    ...(ids ? { nodeIds: ids } : text !== undefined && { farmNameContains: text }),
    ...(country !== undefined && { country }),
  } as const
  if (ids) return listed
  if (all) return { ...listed, status: ['up'] }
  const { capacity, publicIps, types, gpus, domain, ipv4 } = needs
  const features = types.filter((type) => !ofTwoKinds.includes(type))
  return {
    ...listed,
    status: ['up'],
    totalCores: capacity.cru || undefined,
    freeMemory: capacity.mru || undefined,
    freeSsd: capacity.sru || undefined,
    freeHdd: capacity.hru || undefined,
    freeIps: publicIps || undefined,
    features: types.some((type) => fullOnly.includes(type)) ? ['zmachine', ...features] : features,
    ...(gpus > 0 && { gpu: true as const, gpus }),
    ...(domain && { domain }),
    ...(ipv4 && { ipv4 }),
    ...(twinId !== undefined && { availableFor: twinId }),
  } as NodeFilter
}
