// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Loaded, type Load } from './Loaded.tsx'

afterEach(cleanup)

const refetch = vi.fn()
const nothing: Load<string> = { data: undefined, error: null, isFetching: false, refetch }
const show = (from: Partial<Load<string>>, retry = true) =>
  render(
    <Loaded
      from={{ ...nothing, ...from }}
      explain={() => ({ title: 'GridProxy refused', what: 'It says: “no”.', retry })}
      wayOut={<a href="/nodes">See all nodes</a>}
    >
      {(words) => <p>{words}</p>}
    </Loaded>,
  )

test('it says that it loads', () => {
  show({})
  expect(screen.getByRole('status').textContent).toBe('Loading')
})

test('a failure stands in the place of the data, with Try again and the way out', async () => {
  show({ error: new Error('x') })
  expect(screen.getByRole('alert').textContent).toContain('GridProxy refused')
  expect(screen.getByRole('link', { name: 'See all nodes' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(refetch).toHaveBeenCalledOnce()
})

test('what asking again cannot mend offers only the way out', () => {
  show({ error: new Error('x') }, false)
  expect(screen.queryByRole('button')).toBeNull()
})

test('what was loaded stays when asking again fails, and says that it is older', () => {
  show({ data: 'hello', error: new Error('x') })
  expect(screen.getByText('hello')).toBeTruthy()
  expect(screen.getByText(/What you see is older/)).toBeTruthy()
})
