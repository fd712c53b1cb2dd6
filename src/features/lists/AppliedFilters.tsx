import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { buttonClass } from '#ui/Button.tsx'
import type { Condition } from './search.ts'

/** `cleared`: the search with nothing left that narrows it. */
type Props = { conditions: readonly Condition[]; cleared: object }

/** What is asked for now, each with its way out. */
export function AppliedFilters({ conditions, cleared }: Props) {
  if (conditions.length === 0) return null
  return (
    <ul
      aria-label="Applied filters"
      className="flex items-center gap-1.5 overflow-x-auto px-4 pb-3 max-sm:[scrollbar-width:none] sm:flex-wrap rail:px-6 [&>li]:shrink-0"
    >
      {conditions.map(({ name, value, without }) => (
        <li key={name} className="chip">
          <span>
            {name} <b>{value}</b>
          </span>
          <Link to="." search={without} aria-label={`Remove ${name} ${value}`}>
            <X className="i-sm" />
          </Link>
        </li>
      ))}
      <li>
        <Link to="." search={cleared} className={buttonClass({ variant: 'ghost', size: 'small' })}>
          Clear all
        </Link>
      </li>
    </ul>
  )
}
