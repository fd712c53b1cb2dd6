import { Link } from '@tanstack/react-router'
import type { Contract } from '#domain/contract.ts'
import type { Standing } from '#domain/standing.ts'
import { Facts } from '#ui/Facts.tsx'
import { Panel } from '#ui/Panel.tsx'

const titles = { node: 'Deployment', name: 'Name', rent: 'Rented node' }

/** What the contract is for, and the way there. */
export function Holds({ contract, standing }: { contract: Contract; standing: Standing | undefined }) {
  const nodeId = 'nodeId' in contract ? contract.nodeId : undefined
  const node = nodeId !== undefined && (
    <Link to="/nodes/$nodeId" params={{ nodeId: String(nodeId) }} className="link">
      Node {nodeId}
    </Link>
  )
  const isOver = contract.state === 'Deleted'
  return (
    <Panel title={titles[contract.kind]}>
      {contract.kind === 'node' && (
        <Facts
          of={[
            ['Deployment', isOver ? undefined : deploymentLink(contract)],
            ['Project', contract.data.projectName || undefined],
            ['Node', node],
            ['Rent', standing?.rent && contractLinks([standing.rent.id])],
            ['Public IPs', standing?.ips.join(', ') || (contract.publicIps === 0 ? 'None' : contract.publicIps)],
            ['Hash', mono(contract.hash)],
          ]}
        />
      )}
      {contract.kind === 'name' && (
        <Facts
          of={[
            ['Name', mono(contract.name)],
            ['Served', isOver ? 'No more' : 'By any gateway that this twin deploys it on'],
          ]}
        />
      )}
      {contract.kind === 'rent' && (
        <Facts
          of={[
            ['Node', node],
            ['Runs there', standing && (standing.holds.length === 0 ? 'Nothing yet' : contractLinks(standing.holds))],
          ]}
        />
      )}
    </Panel>
  )
}

const mono = (text: string) => <span className="mono break-all">{text}</span>

const deploymentLink = ({ id, data }: Extract<Contract, { kind: 'node' }>) => (
  <Link to="/deployments/$contractId" params={{ contractId: String(id) }} className="link">
    {data.name || data.projectName || 'Open it'}
  </Link>
)

const contractLinks = (ids: readonly number[]) => (
  <span className="flex flex-wrap gap-x-3">
    {ids.map((id) => (
      <Link key={id} to="/contracts/$contractId" params={{ contractId: String(id) }} className="link">
        Contract {id}
      </Link>
    ))}
  </span>
)
