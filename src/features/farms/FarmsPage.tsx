import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Warehouse } from 'lucide-react'
import { useRef } from 'react'
import type { Farm } from '#domain/farm.ts'
import { ListFoot } from '#features/lists/ListFoot.tsx'
import { Matches } from '#features/lists/Matches.tsx'
import { NoRows } from '#features/lists/NoRows.tsx'
import { Ignored, Unreadable } from '#features/lists/QuietNotices.tsx'
import { useRowKeys } from '#features/lists/useRowKeys.ts'
import { explain } from '#queries/explain.ts'
import { farmList, type FarmFilter } from '#queries/farms.ts'
import { useNetwork } from '#queries/networks.ts'
import { gridStats } from '#queries/stats.ts'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { Table, type Sort } from '#ui/Table.tsx'
import { farmColumns } from './farm-columns.tsx'
import { conditionsOf, readFarmSearch, toFilter } from './farm-search.ts'
import { FarmFilters } from './FarmFilters.tsx'
import { FarmRow } from './FarmRow.tsx'

export function FarmsPage() {
  const { search, ignored } = readFarmSearch(useSearch({ from: '/farms' }))
  const filter = toFilter(search)
  const network = useNetwork()
  const farms = useQuery(farmList(network, filter))
  const stats = useQuery(gridStats(network)).data
  const navigate = useNavigate({ from: '/farms' })
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list)
  // Fetched ahead, so that turning the page is instant.
  useQuery({
    ...farmList(network, { ...filter, page: filter.page + 1 }),
    enabled: farms.data !== undefined && filter.page * filter.size < farms.data.count,
    refetchInterval: false,
  })

  const conditions = conditionsOf(search)
  const table = {
    label: 'Farms',
    columns: farmColumns,
    rowKey: ({ id }: Farm) => id,
    skeletonRows: 16,
    sort: { by: filter.sort, order: filter.order },
    onSort: ({ by, order }: Sort) =>
      void navigate({ search: { ...search, sort: by as FarmFilter['sort'], order, page: undefined } }),
  }
  return (
    <Page
      title="Farms"
      layout="table"
      aside={farms.data && <Matches count={farms.data.count} of={stats?.farms} noun="farm" />}
      foot={
        farms.data && farms.data.count > 0 ? (
          <ListFoot search={search} page={filter.page} size={filter.size} list={farms} />
        ) : undefined
      }
    >
      <FarmFilters
        search={search}
        conditions={conditions}
        countries={stats && Object.keys(stats.nodesByCountry).sort()}
      />
      <Ignored parts={ignored} />
      <div ref={list} className="min-h-0 flex-1 overflow-auto border-t border-line">
        <Loaded from={farms} explain={explain} skeleton={<Table {...table} rows={undefined} narrow={() => null} />}>
          {(page) => (
            <>
              <Unreadable problems={page.problems} />
              {page.farms.length === 0 && page.problems.length === 0 ? (
                <NoRows icon={<Warehouse />} noun="farm" search={search} conditions={conditions}>
                  Farms come here when farmers register them.
                </NoRows>
              ) : (
                <Table {...table} rows={page.farms} narrow={(farm) => <FarmRow farm={farm} />} />
              )}
            </>
          )}
        </Loaded>
      </div>
    </Page>
  )
}
