import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import type { Condition } from './search.ts'

type Props = {
  icon: ReactNode
  /** One of what is listed: `node`. */
  noun: string
  search: { page?: number }
  conditions: readonly Condition[]
  /** When rows come to be. */
  children: ReactNode
}

/** Says what no row has, and offers to do without each condition. */
export function NoRows({ icon, noun, search, conditions, children }: Props) {
  if (search.page !== undefined && search.page > 1)
    return (
      <Empty
        icon={icon}
        title={`There is no page ${search.page}`}
        actions={
          <Link to="." search={{ ...search, page: undefined }} className={buttonClass()}>
            To the first page
          </Link>
        }
      />
    )
  if (conditions.length === 0)
    return (
      <Empty icon={icon} title={`This network has no ${noun}s yet`}>
        {children}
      </Empty>
    )
  return (
    <Empty
      icon={icon}
      title={`No ${noun} has all of this`}
      actions={conditions.map(({ name, value, without }) => (
        <Link key={name} to="." search={without} className={buttonClass({ size: 'small' })}>
          Without {name.toLowerCase()} {value}
        </Link>
      ))}
    >
      Loosen one of these.
    </Empty>
  )
}
