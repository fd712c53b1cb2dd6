import type { WorkloadType } from '#domain/workloads/workload.ts'
import { isWorkloadType } from '#domain/workloads/workload.ts'
import { measure, typeName } from '#domain/workloads/words.ts'
import type { WorkloadReport } from '#queries/deployments.ts'
import { Ago } from '#ui/Ago.tsx'
import { Badge } from '#ui/Badge.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { State, type StateKind } from '#ui/State.tsx'
import { Table, type Column } from '#ui/Table.tsx'
import type { Part } from './part.ts'
import { WorkloadIcon } from './WorkloadIcon.tsx'
import { resultText } from './result-text.ts'

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
    {typeName[workload.type as WorkloadType] ?? (workload.type as string)}{' '}
    <span className="text-ink-3">{isWorkloadType(workload.type) ? measure(workload) : ''}</span>
  </>
)

/** Why it failed, in the words of the node; those of a paused or running one say nothing more than its state. */
const Said = (workload: WorkloadReport) =>
  hasFailed(workload) && (
    <span className="mono block py-2 wrap-anywhere whitespace-normal text-bad">{workload.result.message}</span>
  )

const hasFailed = ({ result }: WorkloadReport) => result.state === 'error' || result.state === 'deleted'

const Name = ({ name, type }: WorkloadReport) => (
  <span className="inline-flex items-center gap-2.5 align-middle font-medium">
    <WorkloadIcon type={type} className="i-sm text-ink-3" />
    <span className="wrap-anywhere">{name}</span>
  </span>
)

// Fixed widths, so that the tables of several contracts stand in line.
const columns: Column<WorkloadReport>[] = [
  { header: 'Name', className: 'w-[22%] min-w-32 whitespace-normal', cell: (workload) => <Name {...workload} /> },
  { header: 'What', className: 'w-[26%]', cell: (workload) => <What {...workload} /> },
  { header: 'State', className: 'w-[13%]', cell: (workload) => <StateOf {...workload} /> },
  {
    header: 'Result',
    className: 'max-w-[240px]',
    cell: (workload) =>
      hasFailed(workload) ? (
        <Said {...workload} />
      ) : (
        <span className="mono block truncate" title={resultText(workload)}>
          {resultText(workload)}
        </span>
      ),
  },
  {
    header: 'Since',
    className: 'w-[10%]',
    align: 'right',
    cell: ({ result }) => (result.created > 0 ? <Ago atMs={result.created * 1000} /> : '–'),
  },
]

const NarrowRow = (workload: WorkloadReport) => (
  <div className="flex min-h-12 flex-wrap items-center gap-x-3 py-2">
    <Name {...workload} />
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
export function ContractWorkloads({ part: { contract, held, error } }: { part: Part }) {
  return (
    <div className="pb-5">
      <h3 className="flex flex-wrap items-center gap-x-2 pb-1 text-small text-ink-3">
        Contract <span className="mono text-ink">{contract.id}</span> on node {contract.nodeId}
        {held && `, version ${held.version}`}
        {contract.state === 'GracePeriod' && <Badge tone="warn">Grace period</Badge>}
      </h3>
      {held ? (
        <Table
          plain
          label={`Workloads of contract ${contract.id}`}
          rows={held.workloads.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))}
          columns={columns}
          rowKey={({ name }) => name}
          narrow={(workload) => <NarrowRow {...workload} />}
        />
      ) : held === undefined && !error ? (
        <SkeletonLines />
      ) : (
        <p className="text-ink-3">The node told nothing of it.</p>
      )}
    </div>
  )
}
