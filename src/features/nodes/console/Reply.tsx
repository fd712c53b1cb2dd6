import { indentJson } from '#domain/json-text.ts'
import { showSpan } from '#domain/time.ts'
import { explain } from '#queries/explain.ts'
import type { Exchange } from '#queries/node-console.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import { State } from '#ui/State.tsx'

/** What came back: the node's own JSON, or in words why there is none. */
export function Reply({ exchange }: { exchange: Exchange }) {
  if ('error' in exchange) {
    const { title, what, advice } = explain(exchange.error)
    return (
      <Notice tone="bad" alert>
        <b>{title}.</b> {what} {advice}
        <span className="block text-small text-ink-3">
          It was asked <span className="mono">{questionOf(exchange)}</span>
        </span>
      </Notice>
    )
  }
  const json = indentJson(exchange.text)
  return (
    <section aria-label="Reply" className="panel min-w-0">
      <div className="panel-h flex-wrap py-2">
        <h2>Reply</h2>
        <span className="text-small font-normal text-ink-3">
          to <span className="mono">{questionOf(exchange)}</span> after {showSpan(exchange.tookMs)},{' '}
          {exchange.text.length.toLocaleString('en')} characters
        </span>
        <span className="ml-auto flex items-center gap-3 font-normal">
          <output className="text-small">
            {exchange.problem === undefined ? (
              <State kind="tick">As documented</State>
            ) : (
              <State kind="warn">Not as documented</State>
            )}
          </output>
          <CopyButton value={json} what="the reply" />
        </span>
      </div>
      {exchange.problem !== undefined && <p className="px-4 pt-3 text-ink-2">{exchange.problem}.</p>}
      <textarea
        readOnly
        aria-label="Reply as JSON"
        className="mono block w-full resize-y overflow-auto rounded-b-[10px] bg-transparent px-4 py-3 whitespace-pre"
        rows={Math.min(22, json.split('\n').length + 1)}
        value={json}
      />
    </section>
  )
}

/** `zos.perf.get {"name":"iperf"}` */
export const questionOf = ({ command, request }: Exchange): string =>
  request === undefined ? command.name : `${command.name} ${JSON.stringify(request)}`
