import type { Contract } from '#domain/contract.ts'
import { showTft } from '#domain/money.ts'
import { toSettle, type Standing } from '#domain/standing.ts'
import { roughSpan } from '#ui/Ago.tsx'
import { State } from '#ui/State.tsx'

type Props = { contract: Contract; standing: Standing | undefined }

/** Whether it runs; out of funds, what is owed for it and how long it has left. The chain knows it before GridProxy does. */
export function ContractState({ contract, standing }: Props) {
  const state = standing?.state ?? contract.state
  if (state === 'Created') return <State kind="up">Running</State>
  if (state === 'Deleted') return <State kind="down">Ended</State>
  return (
    <span className="inline-flex items-baseline gap-x-2">
      <State kind="paused">Out of funds</State>
      {standing?.grace && (
        <span className="text-small text-ink-3" title={`Ends on ${showMoment(standing.grace.endsAt)}`}>
          {standing.rent?.inGrace ? `with rent ${standing.rent.id}` : `owes ${showTft(toSettle(standing))} TFT`}, ends
          in {roughSpan(standing.grace.left)}
        </span>
      )}
    </span>
  )
}

/** `"14 Mar 2026, 09:05"`, by the person's own clock. */
export const showMoment = (at: number): string =>
  new Date(at * 1000).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
