import type { NodeContract } from '#domain/deployed.ts'
import { measure, typeName } from '#domain/workloads/words.ts'
import type { WorkloadReport } from '#queries/deployments.ts'
import { Ago } from '#ui/Ago.tsx'
import { Badge } from '#ui/Badge.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { State, type StateKind } from '#ui/State.tsx'
import { Table, type Column } from '#ui/Table.tsx'
import { useHeld } from './held.ts'

const states: Record<string, { kind: StateKind; words: string }> = {
  ok: { kind: 'up', words: 'Running' },
  error: { kind: 'failed', words: 'Failed' },
  paused: { kind: 'paused', words: 'Paused' },
  deleted: { kind: 'down', words: 'Deleted' },
}
const installing = { kind: 'spin', words: 'Installing' } as const

function StateOf({ result }: WorkloadReport) {
  const { kind, words } = states[result.state] ?? installing
  return <State kind={kind}>{words}</State>
}

const What = (workload: WorkloadReport) => (
  <>
    {typeName[workload.type]} <span className="text-ink-3">{measure(workload)}</span>
  </>
)

/** Why it failed, in the words of the node; those of a paused or running one say nothing more than its state. */
const Said = ({ result }: WorkloadReport) =>
  result.state === 'error' && <span className="mono block pb-2 whitespace-normal text-bad">{result.message}</span>

// Fixed widths, so that the tables of several contracts stand in line.
const columns: Column<WorkloadReport>[] = [
  { header: 'Name', className: 'w-[22%]', cell: ({ name }) => <span className="font-medium">{name}</span> },
  { header: 'What', className: 'w-[30%]', cell: (workload) => <What {...workload} /> },
  {
    header: 'State',
    cell: (workload) => (
      <>
        <StateOf {...workload} />
        <Said {...workload} />
      </>
    ),
  },
  {
    header: 'Since',
    className: 'w-[12%]',
    align: 'right',
    cell: ({ result }) => (result.created > 0 ? <Ago atMs={result.created * 1000} /> : '–'),
  },
]

const NarrowRow = (workload: WorkloadReport) => (
  <div className="flex min-h-12 flex-wrap items-center gap-x-3 py-2">
    <span className="font-medium">{workload.name}</span>
    <span>
      <What {...workload} />
    </span>
    <span className="ml-auto">
      <StateOf {...workload} />
    </span>
    <Said {...workload} />
  </div>
)

/** The workloads of one contract, as its node tells of them. */
export function ContractWorkloads({ contract }: { contract: NodeContract }) {
  const { held } = useHeld(contract)
  return (
    <div className="pb-5">
      <h3 className="flex items-center gap-2 pb-1 text-small text-ink-3">
        Contract <span className="mono text-ink">{contract.id}</span>
        {contract.state === 'GracePeriod' && <Badge tone="warn">Grace period</Badge>}
      </h3>
      {held.data ? (
        <Table
          plain
          label={`Workloads of contract ${contract.id}`}
          rows={held.data.workloads}
          columns={columns}
          rowKey={({ name }) => name}
          narrow={(workload) => <NarrowRow {...workload} />}
        />
      ) : held.isPending ? (
        <SkeletonLines />
      ) : (
        <p className="text-ink-3">The node told nothing of it.</p>
      )}
    </div>
  )
}
