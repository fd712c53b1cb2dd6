import clsx from 'clsx'
import type { ReactNode } from 'react'

type Props = {
  icon: ReactNode
  title: string
  tone?: 'plain' | 'warn' | 'bad'
  actions?: ReactNode
  children?: ReactNode
}
const tones = { plain: 'bg-press text-ink-2', warn: 'bg-warn-soft text-warn', bad: 'bg-bad-soft text-bad' }

/** In place of what is not there: what it would be, and the way to it. */
export const Empty = ({ icon, title, tone = 'plain', actions, children }: Props) => (
  <div className="flex flex-col items-center px-4 py-12 text-center" role={tone === 'bad' ? 'alert' : undefined}>
    <span className={clsx('grid size-9 place-items-center rounded-md', tones[tone])}>{icon}</span>
    <h2 className="pt-3 text-lead">{title}</h2>
    {children !== undefined && <div className="max-w-[44ch] pt-1 text-ink-2">{children}</div>}
    {actions !== undefined && <div className="flex flex-wrap justify-center gap-2 pt-4">{actions}</div>}
  </div>
)
