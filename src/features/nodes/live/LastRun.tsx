import type { ReactNode } from 'react'
import { Ago } from '#ui/Ago.tsx'

type Props<T> = {
  name: string
  about: string
  run: { at: number; result?: T; problem?: string } | undefined
  children: (result: T) => ReactNode
}

/** A test's last outcome and its age, or that there is none. */
export const LastRun = <T,>({ name, about, run, children }: Props<T>) => (
  <div className="flex flex-col gap-1.5 py-3">
    <div className="flex flex-wrap items-baseline gap-x-3">
      <h3>{name}</h3>
      <span className="text-small text-ink-3">{about}</span>
      {run && (
        <span className="ml-auto text-small text-ink-3">
          <Ago atMs={run.at * 1000} />
        </span>
      )}
    </div>
    {run === undefined ? (
      <p className="text-ink-2">It has not run this test yet, or its ZOS does not know it.</p>
    ) : run.problem !== undefined ? (
      <p className="text-ink-2">What it told cannot be read: {run.problem}.</p>
    ) : (
      children(run.result as T)
    )}
  </div>
)
