import { Link } from '@tanstack/react-router'
import { showTft } from '#domain/money.ts'
import { Ago } from '#ui/Ago.tsx'
import { PickDeployment, type RowActs } from './deployment-columns.tsx'
import { PartStateWords } from './PartStateWords.tsx'
import { RowMenu } from './RowMenu.tsx'
import type { Row } from './rows.ts'

/** A deployment in two lines, for a narrow screen. */
export const DeploymentRow = ({ row, acts }: { row: Row; acts: RowActs }) => (
  <div className="flex min-h-17 items-center gap-1 py-2 pr-2 pl-4">
    <PickDeployment row={row} acts={acts} />
    <Link
      to="/deployments/$contractId"
      params={{ contractId: String(row.deployed.main.id) }}
      className="flex min-w-0 flex-1 flex-col gap-1"
    >
      <span className="flex items-baseline gap-3">
        <span className="min-w-0 truncate font-medium">{row.deployed.name}</span>
        <span className="ml-auto shrink-0">
          <PartStateWords parts={row.parts} />
        </span>
      </span>
      <span className="flex flex-wrap gap-x-3 text-small text-ink-3">
        <span>
          {[row.kind, `node ${row.nodes.join(', ')}`].filter(Boolean).join(', ')}
          {row.month !== undefined && `, ${showTft(row.month)} TFT a month`}
        </span>
        <span className="ml-auto">
          <Ago atMs={row.deployed.main.createdAt * 1000} />
        </span>
      </span>
    </Link>
    <RowMenu deployed={row.deployed} onCancel={() => acts.onCancel(row)} onFail={acts.onFail} />
  </div>
)
