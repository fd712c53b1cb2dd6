import { Link } from '@tanstack/react-router'
import { endpointOf, type Member } from '#domain/private-network.ts'
import { showSpan } from '#domain/time.ts'
import { State } from '#ui/State.tsx'
import type { Column } from '#ui/Table.tsx'
import { memberLooks } from './network-state.ts'
import { RemoveMember, type MemberActs } from './RemoveMember.tsx'

/** How it is, and how fast its node answered. */
export const MemberState = ({ member: { state, answeredInMs } }: { member: Member }) => {
  const { kind, words } = memberLooks[state]
  return <State kind={kind}>{state === 'held' && answeredInMs !== undefined ? showSpan(answeredInMs) : words}</State>
}

/** Where others call it. */
export function wayTo({ address, port, through, privateKey, state }: Member): string {
  if (address !== undefined && port > 0) return endpointOf(address, port)
  if (state === 'asked' || state === 'silent') return '–'
  if (!privateKey) return 'No WireGuard'
  return through === undefined ? 'Hidden' : `Hidden, through node ${through}`
}

export const memberColumns = (acts: MemberActs): Column<Member>[] => [
  {
    header: 'Node',
    cell: ({ nodeId }) => (
      <Link
        to="/nodes/$nodeId"
        params={{ nodeId: String(nodeId) }}
        className="mono block py-[9px] font-medium hover:text-accent"
        aria-label={`Node ${nodeId}`}
      >
        {nodeId}
      </Link>
    ),
  },
  { header: 'Reachable', cell: (member) => <MemberState member={member} /> },
  { header: 'Subnet', cell: ({ subnet }) => <span className="mono">{subnet || '–'}</span> },
  { header: 'Port', cell: ({ port }) => <span className="mono">{port || '–'}</span> },
  {
    header: 'Endpoint',
    cell: (member) => <span className={member.address ? 'mono' : 'text-ink-2'}>{wayTo(member)}</span>,
  },
  { header: 'Machines', align: 'right', later: true, cell: ({ machines }) => machines.length },
  {
    header: 'Contract',
    later: true,
    cell: ({ contractId }) => (
      <Link
        to="/contracts/$contractId"
        params={{ contractId: String(contractId) }}
        className="mono py-[9px] hover:text-accent"
        aria-label={`Contract ${contractId}`}
      >
        {contractId}
      </Link>
    ),
  },
  {
    header: '',
    align: 'right',
    className: 'max-w-[260px] whitespace-normal wrap-anywhere',
    cell: (member) => <RemoveMember member={member} acts={acts} />,
  },
]

/** A member in two lines, for a narrow screen. */
export const MemberRow = ({ member, acts }: { member: Member; acts: MemberActs }) => (
  <div className="flex min-h-17 flex-col gap-1 py-2">
    <span className="flex items-baseline gap-3">
      <Link to="/nodes/$nodeId" params={{ nodeId: String(member.nodeId) }} className="font-medium">
        Node {member.nodeId}
      </Link>
      <span className="mono text-small text-ink-2">{member.subnet}</span>
      <span className="ml-auto shrink-0">
        <MemberState member={member} />
      </span>
    </span>
    <span className="flex flex-wrap items-center gap-x-3 text-small text-ink-3">
      <span className="mono">{wayTo(member)}</span>
      <span className="ml-auto">
        <RemoveMember member={member} acts={acts} />
      </span>
    </span>
  </div>
)
