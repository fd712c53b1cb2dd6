// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { Segmented } from './Segmented.tsx'

afterEach(cleanup)
// Radix measures its items, which jsdom cannot.
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
)

const options = [
  { value: 'a', name: 'First' },
  { value: 'b', name: 'Second' },
] as const

function Views() {
  const [value, setValue] = useState<'a' | 'b'>('a')
  return <Segmented label="View" value={value} options={options} onChange={setValue} />
}

test('one Tab reaches what is chosen, and arrows choose the next', async () => {
  render(<Views />)
  await userEvent.tab()
  const first = screen.getByRole('radio', { name: 'First', checked: true })
  expect(document.activeElement).toBe(first)
  await userEvent.keyboard('{ArrowRight}')
  expect(screen.getByRole('radio', { name: 'Second' })).toBe(document.activeElement)
  await userEvent.keyboard(' ')
  expect(screen.getByRole('radio', { name: 'Second', checked: true })).toBeTruthy()
})
