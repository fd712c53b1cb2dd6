import { useQueries, useQueryClient } from '@tanstack/react-query'
import { Plus, UserPlus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { removeAccess, removeMember } from '#domain/private-network-change.ts'
import type { Access, Member, PrivateNetwork } from '#domain/private-network.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { oneNode } from '#queries/nodes.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Table } from '#ui/Table.tsx'
import { accessName } from './access-name.ts'
import { AddAccessDialog, waysOver } from './AddAccessDialog.tsx'
import { AddNodeDialog } from './AddNodeDialog.tsx'
import type { Change } from './change.ts'
import { ChangeSheet } from './ChangeSheet.tsx'
import { joining, JoinProblem } from './join.ts'
import { MachinesHere } from './MachinesHere.tsx'
import { memberColumns, MemberRow } from './member-columns.tsx'
import { counted, NetworkState } from './network-columns.tsx'
import { isTold, untold } from './network-state.ts'
import { Topology } from './Topology.tsx'
import { removal, Troubles } from './Troubles.tsx'
import { useMachines } from './useMachines.ts'
import { WaysIn } from './WaysIn.tsx'

type Props = {
  network: PrivateNetwork
  twinId: number
  trail: ReactNode
  /** Asks its nodes once more. */
  onAsk: () => void
  isAsking: boolean
}

/** A network that nodes told of, as far as they did, with what can be done about it. */
export function NetworkView({ network, twinId, trail, onAsk, isAsking }: Props) {
  const grid = useNetwork()
  const client = useQueryClient()
  const machines = useMachines(network)
  const nodes = useQueries({ queries: network.members.map(({ nodeId }) => oneNode(grid, nodeId)) })
  const [adding, setAdding] = useState<'node' | 'access'>()
  const [change, setChange] = useState<Change>()
  const [problem, setProblem] = useState<string>()
  const look = (next: Change) => {
    setAdding(undefined)
    setProblem(undefined)
    setChange(next)
  }
  const known = [...nodes.flatMap(({ data }) => data ?? []), ...(change?.joining ?? [])]
  const nodeOf = (id: number) => known.find((node) => node.id === id) ?? { twinId: 0, features: [] }
  const again = async (member: Member) => {
    const node = known.find(({ id }) => id === member.nodeId)
    if (!node) return
    try {
      const joined = await joining(grid, client, removeMember(network, node.id), node)
      look({ ...joined, title: `Make node ${node.id}’s part again`, cancels: [member.contractId] })
    } catch (error) {
      setProblem(error instanceof JoinProblem ? error.message : explain(error).what)
    }
  }
  const acts = { machines, onRemove: (member: Member) => look(removal(network, member)) }
  const asking = network.members.some(({ state }) => state === 'asked')
  const busy = asking ? 'Its nodes are being asked' : undefined
  return (
    <Page
      title={network.name}
      aside={<NetworkState network={network} />}
      lead={
        <p className="pt-0.5 text-ink-2">
          {network.ipRange && <span className="mono">{network.ipRange}</span>} over{' '}
          {counted(network.members.length, 'node')}
        </p>
      }
      breadcrumbs={trail}
      actions={
        <>
          <Button
            onClick={() => setAdding('access')}
            disabledReason={busy ?? (waysOver(network).length === 0 ? noWay(network) : undefined)}
          >
            <UserPlus />
            Add a person
          </Button>
          <Button variant="primary" onClick={() => setAdding('node')} disabledReason={busy}>
            <Plus />
            Add a node
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        <Troubles
          network={network}
          onRepair={look}
          onRemove={acts.onRemove}
          onAsk={onAsk}
          isAsking={isAsking}
          onAgain={(member) => void again(member)}
        />
        {problem !== undefined && (
          <Notice tone="bad" alert>
            {problem}
          </Notice>
        )}
        <section className="panel" aria-label="Topology">
          <div className="px-3 py-2">
            <Topology network={network} />
          </div>
        </section>
        <Part title="Members">
          <Table
            plain
            label="Members"
            rows={network.members}
            columns={memberColumns(acts)}
            rowKey={({ contractId }) => contractId}
            narrow={(member) => <MemberRow member={member} acts={acts} />}
          />
        </Part>
        <Part title="People">
          <WaysIn network={network} onRevoke={(access) => look(revocation(network, access))} />
        </Part>
        <Part title="Machines">
          <MachinesHere machines={machines} untold={untold(network)} />
        </Part>
      </div>
      {adding === 'node' && (
        <AddNodeDialog network={network} twinId={twinId} onChange={look} onClose={() => setAdding(undefined)} />
      )}
      {adding === 'access' && (
        <AddAccessDialog network={network} onChange={look} onClose={() => setAdding(undefined)} />
      )}
      {change && <ChangeSheet change={change} twinId={twinId} nodeOf={nodeOf} onClose={() => setChange(undefined)} />}
    </Page>
  )
}

const noWay = (network: PrivateNetwork) =>
  isTold(network) ? 'None of its nodes can be called' : 'None of its nodes answers'

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-labelledby={`part-${title}`}>
    <h2 id={`part-${title}`} className="pb-2 text-section">
      {title}
    </h2>
    {children}
  </section>
)

/** A key that gets in no more. */
function revocation(network: PrivateNetwork, access: Access): Change {
  const name = accessName(network, access)
  return {
    title: `Revoke ${name}`,
    verb: 'Sign and revoke',
    says: [`The file of ${name} gets nobody in any more, and ${access.subnet} is free again.`],
    after: removeAccess(network, access.subnet),
  }
}
