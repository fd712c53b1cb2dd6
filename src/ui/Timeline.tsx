import clsx from 'clsx'
import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Spinner } from './State.tsx'

export type Step = {
  id: string
  title: ReactNode
  state: 'done' | 'now' | 'failed' | 'waiting'
  /** A quiet line under the title. */
  detail?: ReactNode
  /** When it happened, or how long it took. */
  time?: ReactNode
  children?: ReactNode
}

const said = { done: ', done', now: ', in progress', failed: ', failed', waiting: '' }
const marks = {
  done: (
    <span className="mark bg-ok-soft text-ok">
      <Check className="size-3 stroke-[2.6]" />
    </span>
  ),
  now: (
    <span className="mark bg-accent-soft text-accent">
      <Spinner className="size-3.5" />
    </span>
  ),
  failed: (
    <span className="mark bg-bad-soft text-bad">
      <X className="size-3 stroke-[2.6]" />
    </span>
  ),
  waiting: <span className="mark border border-dashed border-field" />,
}

/** Steps in their order, each with what became of it. */
export const Timeline = ({ label, steps }: { label: string; steps: readonly Step[] }) => (
  <ol aria-label={label}>
    {steps.map(({ id, title, state, detail, time, children }, i) => (
      <li key={id} className="relative pb-5 pl-8" aria-current={state === 'now' ? 'step' : undefined}>
        {i < steps.length - 1 && (
          <span
            className={clsx(
              'absolute top-6 bottom-1 left-[9.5px] w-px',
              state === 'done' ? 'bg-line-strong' : 'bg-line',
            )}
          />
        )}
        <span className="absolute top-0 left-0">{marks[state]}</span>
        <div className="flex items-baseline gap-3">
          <span className={state === 'waiting' ? 'text-ink-3' : 'font-medium'}>
            {title}
            <span className="sr-only">{said[state]}</span>
          </span>
          {time !== undefined && <span className="ml-auto text-small whitespace-nowrap text-ink-3">{time}</span>}
        </div>
        {detail !== undefined && <div className="pt-0.5 text-small text-ink-3">{detail}</div>}
        {children}
      </li>
    ))}
  </ol>
)
