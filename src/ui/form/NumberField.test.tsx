// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useForm } from 'react-hook-form'
import { afterEach, expect, test, vi } from 'vitest'
import { NumberField, readNumber } from './NumberField.tsx'

afterEach(cleanup)

const sent = vi.fn()
function Form() {
  const { control, handleSubmit, reset } = useForm({ mode: 'onTouched', defaultValues: { sizeGiB: 10 } })
  return (
    <form onSubmit={handleSubmit(sent)}>
      <NumberField
        control={control}
        name="sizeGiB"
        label="Size"
        unit="GiB"
        help="100 GiB free"
        problem={(n) => (n >= 1 ? undefined : 'At least 1 GiB')}
      />
      <button type="submit">Add</button>
      <button type="button" onClick={() => reset({ sizeGiB: 25 })}>
        Suggest
      </button>
    </form>
  )
}

test('its line says the help, then the problem once the field is left, and takes it back when mended', async () => {
  render(<Form />)
  const box = screen.getByRole('textbox', { name: 'Size', description: '100 GiB free' })
  await userEvent.clear(box)
  await userEvent.type(box, '0')
  await userEvent.tab()
  expect(screen.getByRole('textbox', { description: 'At least 1 GiB' }).getAttribute('aria-invalid')).toBe('true')
  await userEvent.type(box, '.5')
  expect(box.getAttribute('aria-invalid')).toBe('true')
  await userEvent.clear(box)
  await userEvent.type(box, '1.50')
  expect((box as HTMLInputElement).value).toBe('1.50')
  expect(box.getAttribute('aria-invalid')).toBeNull()
})

test('the form holds a number, and a value set from elsewhere shows', async () => {
  render(<Form />)
  await userEvent.click(screen.getByRole('button', { name: 'Suggest' }))
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('25')
  await userEvent.click(screen.getByRole('button', { name: 'Add' }))
  expect(sent.mock.lastCall?.[0]).toEqual({ sizeGiB: 25 })
})

test('a refused form leads the keyboard to the field that is wrong', async () => {
  render(<Form />)
  await userEvent.clear(screen.getByRole('textbox'))
  await userEvent.click(screen.getByRole('button', { name: 'Add' }))
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
})

test.each([
  ['10', 10],
  ['1 024', 1024],
  ['0,5', 0.5],
  ['', Number.NaN],
  ['ten', Number.NaN],
])('"%s" is read as %s', (text, number) => {
  expect(readNumber(text)).toBe(number)
})
