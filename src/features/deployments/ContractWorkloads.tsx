import type { NodeContract } from '#domain/deployed.ts'
import { typeName } from '#domain/workloads/words.ts'
import type { WorkloadReport } from '#queries/deployments.ts'
import { Ago } from '#ui/Ago.tsx'
import { Badge } from '#ui/Badge.tsx'
import { State, type StateKind } from '#ui/State.tsx'
import { Table, type Column } from '#ui/Table.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { useHeld } from './held.ts'

const states: Record<string, { kind: StateKind; words: string }> = {
  ok: { kind: 'up', words: 'Running' },
  error: { kind: 'failed', words: 'Failed' },
  paused: { kind: 'paused', words: 'Paused' },
  deleted: { kind: 'down', words: 'Deleted' },
}
const installing = { kind: 'spin', words: 'Installing' } as const

function StateOf({ workload }: { workload: WorkloadReport }) {
  const { kind, words } = states[workload.result.state] ?? installing
  return <State kind={kind}>{words}</State>
}

const columns: Column<WorkloadReport>[] = [
  { header: 'Name', cell: ({ name }) => <span className="font-medium">{name}</span> },
  { header: 'Type', cell: ({ type }) => typeName[type] },
  { header: 'State', cell: (workload) => <StateOf workload={workload} /> },
  { header: 'Said', cell: ({ result }) => <span className="mono text-bad">{result.message}</span> },
  {
    header: 'Since',
    cell: ({ result }) => (result.created > 0 ? <Ago atMs={result.created * 1000} /> : '–'),
    align: 'right',
  },
]

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
          narrow={(workload) => (
            <div className="flex min-h-12 flex-wrap items-center gap-x-3 py-2">
              <span className="font-medium">{workload.name}</span>
              <span className="text-ink-3">{typeName[workload.type]}</span>
              <span className="ml-auto">
                <StateOf workload={workload} />
              </span>
              {workload.result.message && <span className="mono basis-full text-bad">{workload.result.message}</span>}
            </div>
          )}
        />
      ) : held.isPending ? (
        <SkeletonLines />
      ) : (
        <p className="text-ink-3">The node told nothing of it.</p>
      )}
    </div>
  )
}
