import clsx from 'clsx'
import type { ReactNode } from 'react'

type Props = { tone?: 'plain' | 'line' | 'accent' | 'ok' | 'warn' | 'bad'; children: ReactNode }

export const Badge = ({ tone = 'plain', children }: Props) => (
  <span className={clsx('badge', tone !== 'plain' && `badge-${tone}`)}>{children}</span>
)
