import { useQuery } from '@tanstack/react-query'
import type { Contract } from '#domain/contract.ts'
import { account } from '#queries/account.ts'
import { billsOf } from '#queries/contracts.ts'
import { journal, type Entry } from '#queries/journal.ts'
import { useNetwork } from '#queries/networks.ts'
import { Facts } from '#ui/Facts.tsx'
import { Panel } from '#ui/Panel.tsx'
import { showMoment } from './ContractState.tsx'

/** What is left to know of a contract that the chain has no more: it tells neither when nor why it ended. */
export function Ended({ contract }: { contract: Contract }) {
  const network = useNetwork()
  const address = useQuery(account(network)).data?.address
  const entries = useQuery({ ...journal(network.id, address ?? ''), enabled: address !== undefined }).data
  const latest = useQuery(billsOf(network, contract.id)).data?.[0]
  const cancelled = entries?.find((entry) => cancels(entry, contract.id))
  return (
    <Panel title="Ended">
      <Facts
        of={[
          [
            'Why',
            cancelled
              ? `Cancelled in this browser on ${showMoment(cancelled.atMs / 1000)}`
              : 'Cancelled, or deleted 14 days after its account ran out of TFT; GridProxy does not tell which',
          ],
          ['Last billed', latest ? showMoment(latest.at) : 'Never'],
        ]}
      />
    </Panel>
  )
}

const cancels = (entry: Entry, contractId: number): boolean =>
  entry.kind === 'sent' &&
  (entry.state === 'in-block' || entry.state === 'final') &&
  entry.refusal === undefined &&
  entry.calls.some((call) => call.call === 'cancel-contract' && call.contractId === contractId)
