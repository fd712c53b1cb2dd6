import { useNavigate } from '@tanstack/react-router'
import { ArrowDownWideNarrow, Bookmark, Columns3, Download } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { Terms } from '#domain/node-price.ts'
import type { Node } from '#domain/node.ts'
import { useNetwork } from '#queries/networks.ts'
import type { NodeFilter } from '#queries/nodes.ts'
import { Button } from '#ui/Button.tsx'
import { Popover } from '#ui/Popover.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { useNarrow } from '#ui/useNarrow.ts'
import { usualColumns } from './node-column-ids.ts'
import type { NodeSearch } from './node-search.ts'

const ColumnsPanel = lazy(async () => ({ default: (await import('./ColumnsPanel.tsx')).ColumnsPanel }))
const OrderPanel = lazy(async () => ({ default: (await import('./OrderPanel.tsx')).OrderPanel }))
const ViewsPanel = lazy(async () => ({ default: (await import('./ViewsPanel.tsx')).ViewsPanel }))

type Props = { search: NodeSearch; filter: NodeFilter; nodes: readonly Node[] | undefined; terms: Terms | undefined }

/** What is done with the list as a whole: views of it, its order, its columns, a file of it. */
export function NodeTools({ search, filter, nodes, terms }: Props) {
  const navigate = useNavigate({ from: '/nodes' })
  const network = useNetwork()
  const isNarrow = useNarrow()
  const [viewing, setViewing] = useState(false)
  const show = (change: NodeSearch) => void navigate({ search: { ...search, ...change, page: undefined } })
  const isTable = search.view === undefined || search.view === 'table'
  const columns = search.cols ?? usualColumns
  const saveCsv = async () => {
    const [{ download }, { nodesCsv }] = await Promise.all([import('#ui/download.ts'), import('./node-csv.ts')])
    download(`nodes-${network.id}-page-${filter.page}.csv`, nodesCsv(nodes ?? [], columns, terms), 'text/csv')
  }
  return (
    <div className="flex gap-1">
      <Tool name="Saved views" icon={<Bookmark />} open={viewing} onOpenChange={setViewing}>
        <ViewsPanel search={search} onClose={() => setViewing(false)} />
      </Tool>
      {search.view !== 'map' && (
        <Tool name="Order" icon={<ArrowDownWideNarrow />}>
          <OrderPanel sort={filter.sort} order={filter.order} onChange={show} />
        </Tool>
      )}
      {isTable && !isNarrow && (
        <Tool name="Columns" icon={<Columns3 />}>
          <ColumnsPanel
            chosen={columns}
            onChange={(cols) => void navigate({ search: { ...search, cols }, replace: true, resetScroll: false })}
          />
        </Tool>
      )}
      {search.view !== 'map' && (
        <Button
          variant="ghost"
          icon
          aria-label="Save this page as CSV"
          title="Save this page as CSV"
          aria-disabled={!nodes?.length || undefined}
          onClick={() => void (nodes?.length && saveCsv())}
        >
          <Download />
        </Button>
      )}
    </div>
  )
}

type ToolProps = {
  name: string
  icon: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}

const Tool = ({ name, icon, children, ...rest }: ToolProps) => (
  <Popover
    label={name}
    {...rest}
    trigger={
      <Button variant="ghost" icon aria-label={name} title={name}>
        {icon}
      </Button>
    }
  >
    <Suspense fallback={<SkeletonLines lines={4} />}>{children}</Suspense>
  </Popover>
)
