import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { Ignored } from '#features/lists/QuietNotices.tsx'
import { readSearch } from '#features/lists/search.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { gridStats } from '#queries/stats.ts'
import { Ago } from '#ui/Ago.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import { ByCount } from './ByCount.tsx'
import { ByCountry } from './ByCountry.tsx'
import { ByStatus } from './ByStatus.tsx'
import { GridFigures, NodeFigures } from './Figures.tsx'
import { gpuKinds, hardwareKinds } from './kinds.ts'
import { scopeNames, scopes, statesIn } from './scope.ts'

const shape = { nodes: z.enum(scopes) }

/** The grid in figures. Every figure leads to the list that it counts. */
export function StatisticsPage() {
  const { search, ignored } = readSearch(shape, useSearch({ from: '/statistics' }))
  const scope = search.nodes ?? 'online'
  const status = statesIn(scope)
  const stats = useQuery(gridStats(useNetwork(), status))
  const navigate = useNavigate({ from: '/statistics' })
  return (
    <Page
      title="Grid statistics"
      aside={
        stats.data && (
          <>
            as of <Ago atMs={stats.dataUpdatedAt} />
          </>
        )
      }
      actions={
        <Segmented
          label="Nodes counted"
          value={scope}
          options={scopes.map((value) => ({ value, name: scopeNames[value] }))}
          onChange={(nodes) => void navigate({ search: { nodes: nodes === 'online' ? undefined : nodes } })}
        />
      }
    >
      <div className="-mx-4 rail:-mx-6">
        <Ignored parts={ignored} />
      </div>
      <Loaded from={stats} explain={explain}>
        {(figures) => (
          <div className="flex flex-col gap-8">
            <NodeFigures stats={figures} status={status} />
            <ByCountry nodesByCountry={figures.nodesByCountry} status={status} />
            <div className="grid items-start gap-8 wide:grid-cols-2">
              <ByCount
                title="By hardware"
                note="Of these nodes"
                total={figures.nodes}
                status={status}
                kinds={hardwareKinds}
              />
              <ByCount
                title="By GPU"
                note="Of these nodes that have one"
                total={figures.gpuNodes}
                status={status}
                kinds={gpuKinds}
              />
              <ByStatus />
              <GridFigures stats={figures} />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}
