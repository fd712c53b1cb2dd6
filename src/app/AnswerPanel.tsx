import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Contract } from '#domain/contract.ts'
import { toFilter as toFarmFilter } from '#features/farms/farm-search.ts'
import { toFilter as toNodeFilter } from '#features/nodes/node-search.ts'
import { account } from '#queries/account.ts'
import { contractCount, type Answer } from '#queries/lookup.ts'
import { farmList } from '#queries/farms.ts'
import { useNetwork } from '#queries/networks.ts'
import { nodeList } from '#queries/nodes.ts'
import { buttonClass } from '#ui/Button.tsx'
import { CopyLine } from '#ui/CopyLine.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Panel } from '#ui/Panel.tsx'
import { State } from '#ui/State.tsx'
import { contractName, describe, pageOf } from './answers.tsx'

/** What is known of one thing, and the way to more. */
export function AnswerPanel({ answer }: { answer: Answer }) {
  const { name, about } = describe(answer)
  switch (answer.kind) {
    case 'node':
    case 'farm':
      return (
        <Panel title={name} aside={<Open answer={answer}>{answer.kind === 'node' ? 'Open node' : 'Open farm'}</Open>}>
          <p className="py-2 text-ink-2">{about}</p>
        </Panel>
      )
    case 'contract':
      return <ContractPanel contract={answer.contract} />
    case 'twin':
      return <TwinPanel {...answer.twin} />
  }
}

const Open = ({ answer, children }: { answer: Answer; children: ReactNode }) => (
  <Link {...pageOf(answer)} className={buttonClass({ size: 'small' })}>
    {children}
  </Link>
)

const types = { node: 'Deployment on a node', name: 'Name of a web gateway', rent: 'A whole node, rented' }
const states = {
  Created: <State kind="up">Active</State>,
  GracePeriod: <State kind="paused">In its grace period: its twin has too little TFT</State>,
  Deleted: 'Ended',
}

function ContractPanel({ contract }: { contract: Contract }) {
  const { id, twinId, state, kind, createdAt } = contract
  const mine = useQuery(account(useNetwork())).data?.twinId === twinId
  const open = (
    <span className="flex flex-wrap gap-2">
      {mine && kind === 'node' && state !== 'Deleted' && (
        <Link
          to="/deployments/$contractId"
          params={{ contractId: String(id) }}
          className={buttonClass({ size: 'small' })}
        >
          Open deployment
        </Link>
      )}
      <Link to="/contracts/$contractId" params={{ contractId: String(id) }} className={buttonClass({ size: 'small' })}>
        Open contract
      </Link>
    </span>
  )
  return (
    <Panel title={`Contract ${id}`} aside={open}>
      <Facts
        of={[
          ['State', states[state]],
          ['Type', types[kind]],
          ['Name', contractName(contract)],
          ['Node', 'nodeId' in contract ? <NodeLink key="node" id={contract.nodeId} /> : undefined],
          ['Twin', <TwinLink key="twin" id={twinId} />],
          ['Public IPs', kind === 'node' && contract.publicIps > 0 ? contract.publicIps : undefined],
          ['Created', new Date(createdAt * 1000).toLocaleString()],
        ]}
      />
    </Panel>
  )
}

function TwinPanel({ id, address, relay }: { id: number; address: string; relay: string }) {
  const network = useNetwork()
  const contracts = useQuery(contractCount(network, id))
  const farms = useQuery(farmList(network, { ...toFarmFilter({ twin: id }), size: 1 })).data
  // A node has a twin of its own, by which it is reached.
  const [node] = useQuery(nodeList(network, { ...toNodeFilter({ twin: id }), size: 1 })).data?.nodes ?? []
  return (
    <Panel title={`Twin ${id}`}>
      <Facts
        of={[
          ['Address', <CopyLine key="address" value={address} what="the address" />],
          ['Node', node && <NodeLink key="node" id={node.id} />],
          [
            'Farms',
            farms && farms.count > 0 ? (
              <Link key="farms" to="/farms" search={{ twin: id }} className="link">
                {farms.count === 1 && farms.farms[0] ? farms.farms[0].name : `${farms.count} farms`}
              </Link>
            ) : undefined,
          ],
          ['Relay', relay === '' ? 'None: it cannot be reached by messages' : relay.split('_').join(', ')],
          [
            'Contracts',
            contracts.data === undefined ? (contracts.error ? 'Not known' : '…') : `${contracts.data || 'None'} active`,
          ],
        ]}
      />
    </Panel>
  )
}

const NodeLink = ({ id }: { id: number }) => (
  <Link to="/nodes/$nodeId" params={{ nodeId: String(id) }} className="link">
    Node {id}
  </Link>
)

const TwinLink = ({ id }: { id: number }) => (
  <Link to="/lookup/$text" params={{ text: `twin-${id}` }} className="link">
    Twin {id}
  </Link>
)
