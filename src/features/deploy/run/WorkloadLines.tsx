import type { Progress } from '#domain/deployment/run.ts'
import { causes } from '#domain/deployment/run-reports.ts'
import { showSpan } from '#domain/time.ts'
import { typeName } from '#domain/workloads/words.ts'
import type { WorkloadType } from '#domain/workloads/workload.ts'
import { Glyph, type StateKind } from '#ui/State.tsx'

type Props = { workloads: Progress[]; now: number }

/** The workloads of one deployment, each with how far it is; what failed by itself first. */
export function WorkloadLines({ workloads, now }: Props) {
  const failed = causes(workloads)
  const inOrder = [...failed, ...workloads.filter((one) => !failed.includes(one))]
  return (
    <ul className="mt-2 rounded-md border border-line bg-sunken" aria-label="Workloads">
      {inOrder.map((workload) => (
        <Line key={workload.name} workload={workload} said={lineOf(workload, workloads, failed)} now={now} />
      ))}
    </ul>
  )
}

function Line({ workload, said, now }: { workload: Progress; said: Said; now: number }) {
  const { name, type, measure, startedAt, settledAt } = workload
  // What was over before it was first asked for took nobody knows how long.
  const took = startedAt === undefined ? 0 : (settledAt ?? now) - startedAt
  return (
    <li className="grid min-h-9 grid-cols-[12px_minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line px-3 py-1.5 last:border-0 sm:grid-cols-[12px_minmax(72px,auto)_minmax(0,1fr)_auto]">
      <Glyph kind={said.glyph} />
      <span className="min-w-0 truncate font-medium" title={name}>
        {name}
      </span>
      <span className="min-w-0 truncate text-ink-3 max-sm:hidden">
        {[typeName[type as WorkloadType], measure].filter(Boolean).join(', ')}
      </span>
      <span className="text-right text-small text-ink-2">
        {said.words}
        <span className="inline-block w-14 text-ink-3">{took > 0 && showSpan(took)}</span>
      </span>
      {said.message !== '' && <span className="mono col-span-full text-bad wrap-anywhere">{said.message}</span>}
    </li>
  )
}

type Said = { glyph: StateKind; words: string; message: string }

function lineOf(workload: Progress, all: Progress[], failed: Progress[]): Said {
  const { state, wanted, needs, message, unchanged } = workload
  const missing = needs.find((name) => all.some((one) => one.name === name && one.state !== 'ok'))
  if (state === 'error' && !failed.includes(workload))
    return { glyph: 'waiting', words: `needs ${missing ?? failed[0]!.name}`, message: '' }
  if (state === 'error') return { glyph: 'failed', words: unchanged ? 'goes on as before' : 'failed', message }
  if (state === 'init') return { glyph: 'spin', words: 'installing', message: '' }
  if (state === 'waiting')
    return { glyph: 'waiting', words: missing === undefined ? 'waiting' : `waits for ${missing}`, message: '' }
  const words = { run: 'ok', remove: 'removed', keep: 'as before' }[wanted]
  return { glyph: wanted === 'remove' ? 'tick' : 'up', words, message: '' }
}
