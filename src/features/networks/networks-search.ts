import { z } from 'zod'
import type { PrivateNetwork } from '#domain/private-network.ts'
import { conditionsIn, paging, readSearch, text, type Condition, type SearchOf } from '#features/lists/search.ts'

const sorts = ['name', 'range', 'members', 'machines', 'accesses'] as const
type SortBy = (typeof sorts)[number]

const shape = {
  /** Part of a name. */
  text,
  sort: z.enum(sorts),
  order: paging.order,
}

/** What the address of the networks page can say. */
export type NetworksSearch = SearchOf<typeof shape>

export const readNetworksSearch = (raw: Record<string, unknown>) => readSearch(shape, raw)

export const conditionsOf = (search: NetworksSearch): Condition<NetworksSearch>[] =>
  conditionsIn(search, [['text', 'Name', search.text]])

export const sortOf = ({ sort = 'name', order = 'asc' }: NetworksSearch): { by: SortBy; order: 'asc' | 'desc' } => ({
  by: sort,
  order,
})

/** Addresses of machines that its nodes told. */
export const machineCount = ({ members }: PrivateNetwork): number =>
  members.reduce((sum, { machines }) => sum + machines.length, 0)

const valueOf: Record<SortBy, (network: PrivateNetwork) => string | number> = {
  name: ({ name }) => name,
  range: ({ ipRange }) => ipRange,
  members: ({ members }) => members.length,
  machines: machineCount,
  accesses: ({ accesses }) => accesses.length,
}

/** The networks that the address asks for, in its order. Numbers in texts count as numbers. */
export function shown(networks: readonly PrivateNetwork[], search: NetworksSearch): PrivateNetwork[] {
  const { by, order } = sortOf(search)
  const turn = order === 'asc' ? 1 : -1
  const value = (network: PrivateNetwork) => String(valueOf[by](network))
  return networks
    .filter(({ name }) => name.toLowerCase().includes((search.text ?? '').toLowerCase()))
    .toSorted(
      (a, b) => turn * value(a).localeCompare(value(b), 'en', { numeric: true }) || a.name.localeCompare(b.name, 'en'),
    )
}
