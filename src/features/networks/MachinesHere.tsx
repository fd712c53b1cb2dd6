import { Link } from '@tanstack/react-router'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Table, type Column } from '#ui/Table.tsx'
import type { MachineHere } from './useMachines.ts'

/** The machines in a network, with their addresses. */
export const MachinesHere = ({ machines, untold }: { machines: readonly MachineHere[]; untold: readonly number[] }) =>
  machines.length === 0 ? (
    <p className="text-ink-3">
      {untold.length === 0
        ? 'No machine of yours is in it.'
        : `None is known: node ${untold.join(' and ')} did not tell yet.`}
    </p>
  ) : (
    <Table
      plain
      label="Machines"
      rows={machines}
      columns={columns}
      rowKey={({ nodeId, ip }) => `${nodeId} ${ip}`}
      narrow={(machine) => (
        <div className="flex min-h-17 flex-col gap-1 py-2">
          <span className="flex items-baseline gap-3">
            <Name machine={machine} />
            <span className="ml-auto text-small text-ink-3">Node {machine.nodeId}</span>
          </span>
          <span className="mono text-small wrap-anywhere text-ink-2">{machine.ip}</span>
        </div>
      )}
    />
  )

const Name = ({ machine: { name, contractId } }: { machine: MachineHere }) =>
  contractId === undefined ? (
    <span className="text-ink-3">Unknown</span>
  ) : (
    <Link
      to="/deployments/$contractId"
      params={{ contractId: String(contractId) }}
      className="block max-w-[240px] truncate py-[9px] font-medium hover:text-accent"
    >
      {name}
    </Link>
  )

const columns: Column<MachineHere>[] = [
  { header: 'Machine', cell: (machine) => <Name machine={machine} /> },
  {
    header: 'Address',
    cell: ({ ip }) => (
      <span className="inline-flex items-center gap-1">
        <span className="mono">{ip}</span>
        <CopyButton value={ip} what={`the address ${ip}`} />
      </span>
    ),
  },
  { header: 'Node', cell: ({ nodeId }) => <span className="mono">{nodeId}</span> },
  { header: 'Mycelium', later: true, cell: ({ mycelium }) => <span className="mono">{mycelium ?? '–'}</span> },
]
