import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { NodeContract } from '#domain/deployed.ts'
import { allContracts } from '#domain/deployed.ts'
import { ContractState, showMoment } from '#features/contracts/ContractState.tsx'
import { GraceNotice } from '#features/contracts/GraceNotice.tsx'
import { useStandings } from '#features/contracts/useStandings.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Panel } from '#ui/Panel.tsx'
import { useShown } from './useDeployment.ts'

/** The contracts of the deployment: how they stand, until when, and what is written into them. */
export function ContractsTab() {
  const contracts = allContracts(useShown().deployed)
  const standings = useStandings(contracts).data
  return (
    <div className="grid gap-5 wide:grid-cols-2">
      {contracts.map((contract) => {
        const standing = standings?.get(contract.id)
        return (
          <Panel
            key={contract.id}
            title={`Contract ${contract.id}`}
            aside={
              <Link
                to="/contracts/$contractId"
                params={{ contractId: String(contract.id) }}
                className="link text-small"
              >
                Bills and more
              </Link>
            }
          >
            {standing?.grace && <GraceNotice grace={standing.grace} standing={standing} />}
            <Facts
              of={[
                ['State', <ContractState key="state" contract={contract} standing={standing} />],
                ['Made', showMoment(contract.createdAt)],
                ...(contract.kind === 'name' ? [['Name', mono(contract.name)] as const] : nodeFacts(contract)),
              ]}
            />
          </Panel>
        )
      })}
    </div>
  )
}

const mono = (text: string) => <span className="mono break-all">{text}</span>

const nodeFacts = ({ nodeId, hash, publicIps, text }: NodeContract): (readonly [string, ReactNode])[] => [
  [
    'Node',
    <Link key="node" to="/nodes/$nodeId" params={{ nodeId: String(nodeId) }} className="link">
      Node {nodeId}
    </Link>,
  ],
  ['Public IPv4', publicIps === 0 ? 'None' : publicIps],
  [
    'Hash',
    <span key="hash" className="flex items-center gap-1">
      {mono(hash)}
      <CopyButton value={hash} what="hash" />
    </span>,
  ],
  ['Written into it', text === '' ? 'Nothing' : mono(text)],
]
