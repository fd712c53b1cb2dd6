import { Link, useNavigate } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Ago } from '#ui/Ago.tsx'
import { buttonClass } from '#ui/Button.tsx'
import { Select } from '#ui/Select.tsx'
import { Glyph } from '#ui/State.tsx'
import { pageSizes } from './search.ts'

type Props = {
  search: object
  page: number
  size: number
  list: { data: { count: number } | undefined; dataUpdatedAt: number; isFetching: boolean }
}

/** Which rows these are, how old, and the way to the others. */
export function ListFoot({ search, page, size, list }: Props) {
  const navigate = useNavigate()
  const count = list.data?.count ?? 0
  const pages = Math.max(1, Math.ceil(count / size))
  return (
    <>
      <span className="text-small text-ink-2 max-rail:hidden">
        {Math.min((page - 1) * size + 1, count).toLocaleString('en')}–
        {Math.min(page * size, count).toLocaleString('en')} of {count.toLocaleString('en')}
      </span>
      <span className="inline-flex items-center gap-1.5 text-small text-ink-2 max-rail:hidden">
        <Glyph kind={list.isFetching ? 'spin' : 'up'} />
        Updated <Ago atMs={list.dataUpdatedAt} />
      </span>
      <nav
        aria-label="Pages"
        className="ml-auto flex items-center gap-2 text-small max-rail:w-full max-rail:justify-between"
      >
        <Select
          aria-label="Rows on a page"
          boxClass="select-sm max-rail:hidden!"
          value={size}
          options={pageSizes.map((rows) => ({ value: String(rows), name: `${rows} rows` }))}
          onChange={(event) =>
            void navigate({ to: '.', search: { ...search, size: Number(event.target.value), page: undefined } })
          }
        />
        <Step to={page > 1 ? page - 1 : undefined} search={search} label="Previous page">
          <ChevronLeft />
        </Step>
        <span className="px-1 text-ink-2">
          Page {page.toLocaleString('en')} of {pages.toLocaleString('en')}
        </span>
        <Step to={page < pages ? page + 1 : undefined} search={search} label="Next page">
          <ChevronRight />
        </Step>
      </nav>
    </>
  )
}

type StepProps = { to: number | undefined; search: object; label: string; children: ReactNode }

function Step({ to, search, label, children }: StepProps) {
  const look = buttonClass({ size: 'small', icon: true })
  if (to === undefined)
    return (
      // Leads nowhere, and is kept in its place so that the others do not jump.
      <button type="button" aria-disabled="true" aria-label={label} className={look}>
        {children}
      </button>
    )
  return (
    <Link to="." search={{ ...search, page: to === 1 ? undefined : to }} aria-label={label} className={look}>
      {children}
    </Link>
  )
}
