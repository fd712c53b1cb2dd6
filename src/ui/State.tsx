import clsx from 'clsx'
import type { ReactNode } from 'react'

/** Told apart by shape first, colour second: disc runs, half disc standby, ring down, triangle look, cross failed … */
const shapes = {
  up: { tone: 'text-ok', draw: <circle cx="5" cy="5" r="4" fill="currentColor" /> },
  standby: {
    tone: 'text-ink-3',
    draw: (
      <>
        <circle cx="5" cy="5" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.2" />
        <path d="M5 1.6a3.4 3.4 0 0 1 0 6.8z" fill="currentColor" />
      </>
    ),
  },
  down: {
    tone: 'text-bad',
    draw: <circle cx="5" cy="5" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  },
  warn: { tone: 'text-warn', draw: <path d="M5 1 9.4 9H.6z" fill="currentColor" /> },
  failed: {
    tone: 'text-bad',
    draw: <path d="M2 2l6 6M8 2l-6 6" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
  },
  paused: {
    tone: 'text-warn',
    draw: <path d="M3.2 1.8v6.4M6.8 1.8v6.4" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
  },
  waiting: {
    tone: 'text-ink-3',
    draw: (
      <circle cx="5" cy="5" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.2" strokeDasharray="1.6 1.6" />
    ),
  },
  tick: {
    tone: 'text-ok',
    draw: (
      <path
        d="M1.5 5.4 4 7.9l4.6-5.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    ),
  },
}

export type StateKind = keyof typeof shapes | 'spin'

export const Spinner = ({ className }: { className?: string }) => (
  <svg className={clsx('lucide spin', className)} viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="9" opacity=".25" />
    <path d="M21 12a9 9 0 0 0-9-9" />
  </svg>
)

/** The shape alone, where the word stands elsewhere. */
export function Glyph({ kind, className }: { kind: StateKind; className?: string }) {
  if (kind === 'spin') return <Spinner className={clsx('size-2.5 text-accent', className)} />
  const { tone, draw } = shapes[kind]
  return (
    <svg viewBox="0 0 10 10" className={clsx('size-2.5 shrink-0', tone, className)} aria-hidden="true">
      {draw}
    </svg>
  )
}

/** A state as a shape and a word: `<State kind="up">Up</State>`. */
export const State = ({ kind, children }: { kind: StateKind; children: ReactNode }) => (
  <span className={clsx('status', kind === 'warn' && 'text-warn')}>
    <Glyph kind={kind} />
    <span>{children}</span>
  </span>
)
