import type { KeyboardEvent } from 'react'
import { readSpot } from '#domain/plan/plan.ts'
import type { Builder } from './useBuilder.ts'

/** On a row: arrows go to the next and choose it, F2 renames, Delete removes. */
export const rowKeys =
  (builder: Builder) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-where="list"]')]
    const i = rows.indexOf(event.target as HTMLElement)
    const at = readSpot(rows[i]?.dataset.spot)
    if (!at) return
    const next = { ArrowDown: i + 1, ArrowUp: i - 1, Home: 0, End: rows.length - 1 }[event.key]
    const row = next === undefined ? undefined : rows[next]
    if (next !== undefined) {
      row?.focus()
      if (row) builder.choose(readSpot(row.dataset.spot))
    } else if (event.key === 'F2') builder.rename(at, 'list')
    else if (event.key === 'Delete') builder.remove(at, 'list')
    else return
    event.preventDefault()
  }
