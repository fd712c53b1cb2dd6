// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Button } from './Button.tsx'

afterEach(cleanup)

test('a button that cannot act can be reached by keyboard, says why, and does nothing', async () => {
  const act = vi.fn()
  const submit = vi.fn((event: Event) => event.preventDefault())
  render(
    <form onSubmit={(event) => submit(event.nativeEvent)}>
      <Button type="submit" disabledReason="14 contracts run on it" onClick={act}>
        Rent
      </Button>
    </form>,
  )
  await userEvent.tab()
  const button = screen.getByRole('button', { name: 'Rent', description: '14 contracts run on it' })
  expect(document.activeElement).toBe(button)
  await userEvent.keyboard('{Enter} ')
  await userEvent.click(button)
  expect(act).not.toHaveBeenCalled()
  expect(submit).not.toHaveBeenCalled()
})

test('a button at work does not act twice', async () => {
  const act = vi.fn()
  const { rerender } = render(<Button onClick={act}>Deploy</Button>)
  await userEvent.click(screen.getByRole('button'))
  rerender(
    <Button busy onClick={act}>
      Deploy
    </Button>,
  )
  await userEvent.click(screen.getByRole('button'))
  expect(act).toHaveBeenCalledTimes(1)
})
