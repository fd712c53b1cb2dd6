import { Link } from '@tanstack/react-router'
import { contractIds, type Run } from '#domain/deployment/run.ts'
import { showTft } from '#domain/money.ts'
import { wordsOf } from '#queries/call-words.ts'
import type { Call } from '#queries/transact.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Panel } from '#ui/Panel.tsx'

type Props = { run: Run; calls: Call[][]; address: string }

/** What was signed and what it came to, beside the steps. */
export function RunAside({ run, calls, address }: Props) {
  const fees = run.payments.flatMap(({ inBlock }) => inBlock?.fee ?? [])
  const fee = fees.reduce((sum, one) => sum + one, 0n)
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
            ['Fee', fees.length > 0 ? `${showTft(fee, 4)} TFT` : undefined],
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
