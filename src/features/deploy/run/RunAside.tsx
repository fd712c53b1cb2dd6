import { Link } from '@tanstack/react-router'
import { useQueries } from '@tanstack/react-query'
import { sum } from '#domain/bills.ts'
import { billedIds, contractIds, type Run } from '#domain/deployment/run.ts'
import { showTft, type Tft } from '#domain/money.ts'
import { monthly } from '#domain/plan/price.ts'
import { wordsOf } from '#queries/call-words.ts'
import { billsOf } from '#queries/contracts.ts'
import { useNetworks } from '#queries/networks.ts'
import type { RunView } from '#queries/runs.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Panel } from '#ui/Panel.tsx'

/** What was signed and what it came to, beside the steps. */
export function RunAside({ view: { run, calls, address, network } }: { view: RunView }) {
  const fees = run.payments.flatMap(({ inBlock }) => inBlock?.fee ?? [])
  const fee = fees.reduce((all, one) => all + one, 0n)
  const billed = useBilled(run, network)
  const nodes = [...new Set(run.parts.map(({ nodeId }) => nodeId))]
  return (
    <div className="flex flex-col gap-4">
      <Panel title="What you signed">
        <ul className="flex flex-col gap-2 py-2 text-small text-ink-2">
          {calls.flat().length === 0 && <li>Nothing yet</li>}
          {wordsOf(calls.flat()).map(({ title, detail }) => (
            <li key={title}>
              <span className="block text-ink">{title}</span>
              {detail}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="So far">
        <Facts
          of={[
            ['Estimated', run.hourly !== undefined ? `${showTft(monthly(run.hourly))} TFT a month` : undefined],
            [fees.length > 1 ? 'Fees' : 'Fee', fees.length > 0 ? `${showTft(fee, 4)} TFT` : undefined],
            ['Cost so far', billed > 0n ? `${showTft(fee + billed, 4)} TFT` : undefined],
            ['Contracts', contractIds(run).join(', ') || undefined],
            [nodes.length === 1 ? 'Node' : 'Nodes', nodes.join(', ')],
            [
              'Account',
              <span key="account" className="flex items-center gap-1">
                <span className="mono min-w-0 truncate" title={address}>
                  {address}
                </span>
                <CopyButton value={address} what="address of the account" />
              </span>,
            ],
          ]}
        />
      </Panel>
      <p className="px-1 text-small text-ink-3">
        Progress is kept in this browser and on the chain. Come back from{' '}
        <Link to="/activity" className="link">
          Activity
        </Link>
        .
      </p>
    </div>
  )
}

/** What its contracts were billed since it began; 0 while nothing was, and while that is not known. */
function useBilled(run: Run, networkId: string): Tft {
  const network = useNetworks().find(({ id }) => id === networkId)
  const bills = useQueries({ queries: network ? billedIds(run).map((id) => billsOf(network, id)) : [] })
  return sum(bills.flatMap(({ data = [] }) => data).filter(({ at }) => at * 1000 >= run.startedAt))
}
