import { Link } from '@tanstack/react-router'
import type { PrivateNetwork } from '#domain/private-network.ts'
import { State } from '#ui/State.tsx'
import type { Column } from '#ui/Table.tsx'
import { isTold, networkLook } from './network-state.ts'
import { machineCount } from './networks-search.ts'

export const NetworkState = ({ network }: { network: PrivateNetwork }) => {
  const { kind, words } = networkLook(network)
  return <State kind={kind}>{words}</State>
}

export const networkColumns: Column<PrivateNetwork>[] = [
  {
    header: 'Name',
    sort: 'name',
    className: 'max-w-[260px]',
    cell: ({ name }) => (
      <Link
        to="/networks/$name"
        params={{ name }}
        className="block truncate py-[9px] font-medium hover:text-accent"
        title={name}
      >
        {name}
      </Link>
    ),
  },
  { header: 'State', cell: (network) => <NetworkState network={network} /> },
  {
    header: 'Range',
    sort: 'range',
    cell: ({ ipRange }) => (ipRange ? <span className="mono">{ipRange}</span> : <span className="text-ink-3">–</span>),
  },
  {
    header: 'Nodes',
    later: true,
    cell: ({ members }) => (
      <span className="inline-flex gap-x-2">
        {members.slice(0, most).map(({ nodeId }) => (
          <Link
            key={nodeId}
            to="/nodes/$nodeId"
            params={{ nodeId: String(nodeId) }}
            className="mono py-[9px] hover:text-accent"
            aria-label={`Node ${nodeId}`}
          >
            {nodeId}
          </Link>
        ))}
        {members.length > most && <span className="text-ink-3">+{members.length - most}</span>}
      </span>
    ),
  },
  { header: 'Members', sort: 'members', align: 'right', cell: ({ members }) => members.length },
  { header: 'Machines', sort: 'machines', align: 'right', cell: (network) => ifTold(network, machineCount(network)) },
  {
    header: 'People',
    sort: 'accesses',
    align: 'right',
    about: 'Ways in over WireGuard',
    cell: (network) => ifTold(network, network.accesses.length),
  },
]

const most = 4

const ifTold = (network: PrivateNetwork, count: number) =>
  isTold(network) ? count : <span className="text-ink-3">–</span>

/** A network in two lines, for a narrow screen. */
export const NetworkRow = ({ network }: { network: PrivateNetwork }) => (
  <Link to="/networks/$name" params={{ name: network.name }} className="flex min-h-17 flex-col gap-1 px-4 py-3">
    <span className="flex items-baseline gap-3">
      <span className="min-w-0 truncate font-medium">{network.name}</span>
      <span className="ml-auto shrink-0">
        <NetworkState network={network} />
      </span>
    </span>
    <span className="flex flex-wrap gap-x-3 text-small text-ink-3">
      <span className="mono">{network.ipRange}</span>
      <span className="ml-auto">
        {counted(network.members.length, 'node')}
        {isTold(network) && `, ${counted(machineCount(network), 'machine')}`}
      </span>
    </span>
  </Link>
)

export const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
