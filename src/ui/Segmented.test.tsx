// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { Segmented } from './Segmented.tsx'

afterEach(cleanup)
const options = [
  { value: 'a', name: 'First' },
  { value: 'b', name: 'Second' },
] as const

function Views() {
  const [value, setValue] = useState<'a' | 'b'>('a')
  return <Segmented label="View" value={value} options={options} onChange={setValue} />
}

test('one Tab reaches what is chosen, and a press chooses another', async () => {
  render(<Views />)
  await userEvent.tab()
  const first = screen.getByRole('radio', { name: 'First', checked: true })
  expect(document.activeElement).toBe(first)
  await userEvent.click(screen.getByRole('radio', { name: 'Second' }))
  expect(screen.getByRole('radio', { name: 'Second', checked: true })).toBe(document.activeElement)
})
