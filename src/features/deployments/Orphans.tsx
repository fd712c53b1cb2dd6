import { useQueries, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Contract } from '#domain/contract.ts'
import { unclaimed, type NameContract, type NodeContract } from '#domain/deployed.ts'
import { useNeed } from '#features/account/NeedsKey.tsx'
import { account } from '#queries/account.ts'
import { nodesOfEnded, unpaidOn } from '#queries/deployments.ts'
import { useNetwork } from '#queries/networks.ts'
import { oneNode } from '#queries/nodes.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { CancelDialog } from './CancelDialog.tsx'
import { Resend } from './Resend.tsx'
import type { Row } from './rows.ts'
import { useRunsOf } from './runs-of.ts'

type Props = { contracts: readonly Contract[]; rows: readonly Row[] }

/** What is paid for and is not there, and what is there and is not paid for; nothing when all is as it should be. */
export function Orphans({ contracts, rows }: Props) {
  const [ending, setEnding] = useState<readonly (NodeContract | NameContract)[]>()
  const parts = rows.flatMap((row) => row.parts)
  const runOf = useRunsOf()
  const empty = parts.filter(({ held, contract }) => held === null && !runOf(contract.id)?.isGoing)
  const names = idleNames(contracts, rows)
  const unpaid = useUnpaid(contracts)
  const billed = [...empty.map(({ contract }) => contract), ...names]
  if (billed.length === 0 && unpaid.length === 0) return null
  return (
    <section aria-label="Needs a look" className="px-4 py-3 rail:px-6">
      <Notice
        tone="warn"
        action={
          billed.length > 1 && (
            <Button size="small" onClick={() => setEnding(billed)}>
              Cancel all {billed.length}
            </Button>
          )
        }
      >
        <ul className="flex flex-col gap-2">
          {empty.map(({ contract }) => (
            <Line key={contract.id}>
              <span className="min-w-0 flex-1 basis-60 wrap-anywhere">
                <b>
                  Contract {contract.id} is billed, but node {contract.nodeId} holds nothing for it.
                </b>{' '}
                {contract.data.name ? `What it is for, ${contract.data.name},` : 'What it is for'} never arrived there,
                or was lost.
              </span>
              <Resend view={runOf(contract.id)?.view} />
              <Button size="small" onClick={() => setEnding([contract])}>
                Cancel contract {contract.id}
              </Button>
            </Line>
          ))}
          {names.map((contract) => (
            <Line key={contract.id}>
              <span className="min-w-0 flex-1 basis-60 wrap-anywhere">
                <b>The name {contract.name} is billed, and no gateway serves it.</b>
              </span>
              <Button size="small" onClick={() => setEnding([contract])}>
                Cancel contract {contract.id}
              </Button>
            </Line>
          ))}
          {unpaid.map(({ nodeId, contractId }) => (
            <Line key={contractId}>
              <span>
                <b>
                  Node {nodeId} still holds deployment {contractId}, whose contract has ended.
                </b>{' '}
                It costs nothing. Nodes remove such by themselves within an hour.
              </span>
            </Line>
          ))}
        </ul>
      </Notice>
      {ending && (
        <CancelDialog
          title={ending.length === 1 ? `Cancel contract ${ending[0]!.id}?` : `Cancel ${ending.length} contracts?`}
          contractIds={ending.map(({ id }) => id)}
          loses={ending.flatMap((one) => (one.kind === 'name' ? [`The name ${one.name}, which others may take`] : []))}
          onClose={() => setEnding(undefined)}
          onCancelled={() => setEnding(undefined)}
        />
      )}
    </section>
  )
}

const Line = ({ children }: { children: ReactNode }) => (
  <li className="flex flex-wrap items-center gap-x-4 gap-y-1">{children}</li>
)

/** Names that no gateway has. As long as a node is silent it may have one, so nothing is said. */
function idleNames(contracts: readonly Contract[], rows: readonly Row[]): NameContract[] {
  const parts = rows.flatMap((row) => row.parts)
  if (parts.some(({ held }) => held === undefined)) return []
  return unclaimed(
    contracts,
    rows.map(({ deployed }) => deployed),
  )
}

/**
 * What nodes hold without a contract that lives. Asked are those that have something else of ours, and those where
 * contracts of ours ended; none waits for a silent one.
 */
function useUnpaid(contracts: readonly Contract[]): { nodeId: number; contractId: number }[] {
  const network = useNetwork()
  const canAsk = useNeed() === undefined
  const twinId = useQuery(account(network)).data?.twinId
  const ended = useQuery({ ...nodesOfEnded(network, twinId ?? 0), enabled: canAsk && twinId !== undefined })
  const live = contracts.filter((contract) => contract.kind === 'node')
  const ids = [...new Set([...live.map(({ nodeId }) => nodeId), ...(ended.data ?? [])])]
  const nodes = useQueries({
    queries: ids.map((id) => ({ ...oneNode(network, id), enabled: canAsk, refetchInterval: false })),
  })
  const asked = useQueries({
    queries: ids.map((id, i) => {
      const node = nodes[i]!.data
      const liveIds = live.filter(({ nodeId }) => nodeId === id).map((contract) => contract.id)
      return {
        ...unpaidOn(network, { id, twinId: node?.twinId ?? 0 }, liveIds),
        enabled: canAsk && node?.status === 'up',
      }
    }),
  })
  return ids.flatMap((nodeId, i) => (asked[i]!.data ?? []).map((contractId) => ({ nodeId, contractId })))
}
