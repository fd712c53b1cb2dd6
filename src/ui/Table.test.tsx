// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Table, type Column } from './Table.tsx'

afterEach(cleanup)

const seenAt = (width: number) =>
  vi.stubGlobal('matchMedia', () => ({ matches: width < 900, addEventListener() {}, removeEventListener() {} }))

type Row = { id: number; name: string }
const rows: Row[] = [
  { id: 1, name: 'one' },
  { id: 2, name: 'two' },
]
const columns: Column<Row>[] = [
  { header: 'Id', sort: 'id', cell: ({ id }) => id },
  { header: 'Name', cell: ({ name }) => name },
]
const props = {
  label: 'Things',
  rows,
  columns,
  rowKey: ({ id }: Row) => id,
  narrow: ({ name }: Row) => <a href={`/${name}`}>{name}</a>,
}

test('a header the server can sort by is a button that turns the order round', async () => {
  seenAt(1440)
  const onSort = vi.fn()
  const { rerender } = render(<Table {...props} onSort={onSort} />)
  await userEvent.click(screen.getByRole('button', { name: 'Id' }))
  expect(onSort).toHaveBeenLastCalledWith({ by: 'id', order: 'asc' })

  rerender(<Table {...props} onSort={onSort} sort={{ by: 'id', order: 'asc' }} />)
  const header = screen.getByRole('columnheader', { name: 'Id' })
  expect(header.getAttribute('aria-sort')).toBe('ascending')
  await userEvent.click(within(header).getByRole('button'))
  expect(onSort).toHaveBeenLastCalledWith({ by: 'id', order: 'desc' })
  expect(screen.queryByRole('button', { name: 'Name' })).toBeNull()
})

test('without rows yet it keeps its shape and says it is busy', () => {
  seenAt(1440)
  render(<Table {...props} rows={undefined} skeletonRows={3} />)
  expect(screen.getByRole('table', { name: 'Things' }).getAttribute('aria-busy')).toBe('true')
  expect(screen.getAllByRole('row')).toHaveLength(4)
})

test('on a narrow screen each row is said once, in its own form', () => {
  seenAt(390)
  render(<Table {...props} />)
  expect(screen.queryByRole('table')).toBeNull()
  expect(within(screen.getByRole('list', { name: 'Things' })).getAllByRole('link')).toHaveLength(2)
})
