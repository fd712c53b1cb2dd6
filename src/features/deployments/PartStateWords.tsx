import { showClock } from '#domain/time.ts'
import { State } from '#ui/State.tsx'
import { stateLooks, stateOf, worst } from './part-state.ts'
import type { Part } from './part.ts'

/** The state of a deployment, or of part of it; of silent nodes, since when. */
export function PartStateWords({ parts }: { parts: readonly Part[] }) {
  const state = worst(parts.map(stateOf))
  const { kind, words } = stateLooks[state]
  const since = Math.max(...parts.map(({ failedAt }) => failedAt), 0)
  const silent = parts.filter((part) => stateOf(part) === 'silent').map(({ contract }) => contract.nodeId)
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <State kind={kind}>{words}</State>
      {state === 'silent' && (
        <span className="text-small text-ink-3" title={`Node ${silent.join(', ')}`}>
          {showClock(since)}
        </span>
      )}
      {parts.some(({ contract }) => contract.state === 'GracePeriod') && (
        <span className="text-small text-warn">Out of funds</span>
      )}
    </span>
  )
}
