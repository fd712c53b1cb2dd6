import clsx from 'clsx'
import { showClock, showSpan } from '#domain/time.ts'
import { explain } from '#queries/explain.ts'
import type { Exchange } from '#queries/node-console.ts'
import { questionOf } from './Reply.tsx'

type Props = { history: readonly Exchange[]; shown: Exchange | undefined; onPick: (exchange: Exchange) => void }

/** What was asked before, to look at again. */
export const History = ({ history, shown, onPick }: Props) => (
  <section aria-labelledby="asked-before">
    <h2 id="asked-before" className="pb-1 text-section">
      Asked in this tab
    </h2>
    <ul>
      {history.map((exchange) => (
        <li key={exchange.atMs} className="border-t border-line first:border-0">
          <button
            type="button"
            aria-pressed={exchange === shown}
            onClick={() => onPick(exchange)}
            className={clsx(
              'flex w-full cursor-pointer flex-wrap items-baseline gap-x-3 py-1.5 text-left hover:text-accent',
              exchange === shown && 'text-accent',
            )}
          >
            <span className="text-small text-ink-3">{showClock(exchange.atMs)}</span>
            <span className="mono min-w-0 flex-1 basis-52 wrap-anywhere">{questionOf(exchange)}</span>
            <span className="text-small text-ink-3">
              {'error' in exchange ? explain(exchange.error).title : showSpan(exchange.tookMs)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  </section>
)
