import clsx from 'clsx'
import { CircleX, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

type Tone = 'info' | 'accent' | 'warn' | 'bad'
const icons = { info: Info, accent: Info, warn: TriangleAlert, bad: CircleX }

type Props = {
  tone?: Tone
  /** Read out as soon as it appears: what has just gone wrong. */
  alert?: boolean
  action?: ReactNode
  children: ReactNode
}

/** Something to know, in the place it is about. */
export function Notice({ tone = 'info', alert, action, children }: Props) {
  const Icon = icons[tone]
  return (
    <div className={clsx('note', tone !== 'info' && `note-${tone}`)} role={alert ? 'alert' : undefined}>
      <Icon />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">{children}</div>
        {action}
      </div>
    </div>
  )
}
