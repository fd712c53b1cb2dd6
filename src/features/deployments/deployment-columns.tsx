import { Link } from '@tanstack/react-router'
import { showTft } from '#domain/money.ts'
import { Ago } from '#ui/Ago.tsx'
import type { Column } from '#ui/Table.tsx'
import { PartStateWords } from './PartStateWords.tsx'
import { RowMenu } from './RowMenu.tsx'
import type { Row } from './rows.ts'

/** What can be done with rows: pick them, and act on one. */
export type RowActs = {
  picked: ReadonlySet<number>
  onPick: (id: number, picked: boolean) => void
  onCancel: (row: Row) => void
  onFail: (why: string) => void
}

export const PickDeployment = ({ row: { deployed }, acts }: { row: Row; acts: RowActs }) => (
  <input
    type="checkbox"
    className="check mr-2.5 align-[-3px]"
    aria-label={`Pick ${deployed.name}`}
    checked={acts.picked.has(deployed.main.id)}
    onChange={({ target }) => acts.onPick(deployed.main.id, target.checked)}
  />
)

export const deploymentColumns = (acts: RowActs): Column<Row>[] => [
  {
    header: 'Name',
    sort: 'name',
    className: 'max-w-[260px] max-[1100px]:max-w-[150px]',
    cell: (row) => (
      <span className="flex items-center">
        <PickDeployment row={row} acts={acts} />
        <Link
          to="/deployments/$contractId"
          params={{ contractId: String(row.deployed.main.id) }}
          className="truncate py-[9px] font-medium hover:text-accent"
          title={row.deployed.name}
        >
          {row.deployed.name}
        </Link>
      </span>
    ),
  },
  { header: 'Kind', sort: 'kind', cell: ({ kind }) => kind || <span className="text-ink-3">–</span> },
  { header: 'State', sort: 'state', cell: ({ parts }) => <PartStateWords parts={parts} /> },
  { header: 'Node', sort: 'node', cell: ({ nodes }) => <NodeLinks nodes={nodes} /> },
  {
    header: 'Workloads',
    sort: 'workloads',
    align: 'right',
    className: 'max-[1100px]:hidden',
    cell: ({ workloads }) => workloads ?? <span className="text-ink-3">–</span>,
  },
  {
    header: 'Cost',
    unit: 'TFT a month',
    sort: 'cost',
    align: 'right',
    about: 'What the chain bills by now, with your discount',
    cell: ({ month }) => (month === undefined ? <span className="text-ink-3">–</span> : showTft(month)),
  },
  {
    header: 'Age',
    sort: 'age',
    align: 'right',
    className: 'text-ink-2',
    cell: ({ deployed }) => <Ago atMs={deployed.main.createdAt * 1000} />,
  },
  {
    header: '',
    align: 'right',
    className: 'w-10',
    cell: (row) => <RowMenu deployed={row.deployed} onCancel={() => acts.onCancel(row)} onFail={acts.onFail} />,
  },
]

const most = 4

const NodeLinks = ({ nodes }: { nodes: readonly number[] }) => (
  <span className="inline-flex gap-x-2">
    {nodes.slice(0, most).map((id) => (
      <Link
        key={id}
        to="/nodes/$nodeId"
        params={{ nodeId: String(id) }}
        className="mono py-[9px] hover:text-accent"
        aria-label={`Node ${id}`}
      >
        {id}
      </Link>
    ))}
    {nodes.length > most && <span className="text-ink-3">+{nodes.length - most}</span>}
  </span>
)
