import { showSpan } from '#domain/time.ts'
import { explain } from '#queries/explain.ts'
import { isSilence } from '#queries/silence.ts'
import { State } from '#ui/State.tsx'

type Props = { of: { data: { tookMs: number } | undefined; error: unknown; isFetching: boolean } }

/** How long the node took to answer, or that it has not. */
export function Latency({ of: { data, error, isFetching } }: Props) {
  return (
    <span className="text-small font-normal whitespace-nowrap text-ink-3">
      {isFetching ? (
        <State kind="spin">Asking</State>
      ) : error ? (
        <span title={explain(error).title}>
          <State kind="warn">{isSilence(error) ? 'No answer' : 'No'}</State>
        </span>
      ) : (
        data && showSpan(data.tookMs)
      )}
    </span>
  )
}
