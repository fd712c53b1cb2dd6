// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useForm, useWatch } from 'react-hook-form'
import { afterEach, expect, test, vi } from 'vitest'
import { Choice } from './Choice.tsx'
import { ComboField } from './ComboField.tsx'
import type { Told } from './Field.tsx'
import { SwitchField } from './SwitchField.tsx'
import { TextBox } from './TextBox.tsx'
import { TextField } from './TextField.tsx'

afterEach(cleanup)

const blank = { image: 'a', on: false, text: 'one', secret: 'first\nsecond' }
const options = [
  { value: 'a', name: 'Alpine', about: 'small' },
  { value: 'd', name: 'Debian' },
]

function Form({ told }: { told?: Told }) {
  const { control } = useForm({ mode: 'onTouched', defaultValues: blank })
  const values = useWatch({ control })
  return (
    <>
      <ComboField
        control={control}
        name="image"
        label="Image"
        options={options}
        free={(typed) => typed.includes('/')}
      />
      <SwitchField control={control} name="on" label="On" about="or off" />
      <TextBox control={control} name="text" label="Value of A" />
      <TextBox control={control} name="secret" label="Value of B" secret />
      <TextField control={control} name="text" label="Text" {...(told && { told })} />
      <output>{JSON.stringify(values)}</output>
    </>
  )
}

const values = (): typeof blank => JSON.parse(screen.getByRole('status').textContent) as typeof blank

test('a combo is searched by keyboard: a name is taken, an address too, anything else goes back', async () => {
  render(<Form />)
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Image' })
  expect(box.value).toBe('Alpine')
  await userEvent.tab()
  expect([box.value, box.placeholder]).toEqual(['', 'Alpine'])
  await userEvent.keyboard('Debian')
  expect(values().image).toBe('d')
  await userEvent.clear(box)
  await userEvent.keyboard('nothing{Enter}')
  expect([values().image, box.value]).toEqual(['d', 'Debian'])
  await userEvent.clear(box)
  await userEvent.keyboard('x/y')
  await userEvent.keyboard('{Escape}')
  expect(values().image).toBe('d')
  await userEvent.clear(box)
  await userEvent.keyboard(' x/y ')
  await userEvent.tab()
  expect([values().image, box.value]).toEqual(['x/y', 'x/y'])
})

test('a switch is turned with the space bar, and says how it stands', async () => {
  render(<Form />)
  const turn = screen.getByRole('switch', { name: /^On/ })
  turn.focus()
  await userEvent.keyboard(' ')
  expect(values().on).toBe(true)
  expect(turn.getAttribute('aria-checked')).toBe('true')
})

test('a text of several lines keeps them: pasted into a line, and hidden', async () => {
  render(<Form />)
  const box = screen.getByRole('textbox', { name: 'Value of A' })
  await userEvent.click(box)
  await userEvent.paste('\r\ntwo\r\n')
  expect(values().text).toBe('one\ntwo')
  expect(screen.getByRole('textbox', { name: 'Value of A' }).tagName).toBe('TEXTAREA')
  expect(screen.queryByRole('textbox', { name: 'Value of B' })).toBeNull()
  expect(screen.getByLabelText<HTMLInputElement>('Value of B').readOnly).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: 'Show value of B' }))
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Value of B' }).value).toBe('first\nsecond')
})

test('what is told of a value stands under its field with its way out, and waits while somebody types', async () => {
  const act = vi.fn()
  render(<Form told={{ words: 'Taken', tone: 'bad', mend: { words: 'Use two', act } }} />)
  const box = screen.getByRole('textbox', { name: 'Text', description: 'Taken' })
  expect(box.getAttribute('aria-invalid')).toBe('true')
  await userEvent.type(box, 's')
  expect(screen.queryByText('Taken')).toBeNull()
  await userEvent.tab()
  await userEvent.click(screen.getByRole('button', { name: 'Use two' }))
  expect(act).toHaveBeenCalled()
})

test('a caution is no problem', () => {
  render(<Form told={{ words: 'Unusual', tone: 'warn' }} />)
  expect(screen.getByRole('textbox', { description: 'Unusual' }).getAttribute('aria-invalid')).toBeNull()
})

test('a choice acts at once, and tells what is wrong with the one that stands', async () => {
  const onChange = vi.fn()
  render(
    <Choice
      label="Network"
      value=""
      options={[
        { value: '', name: 'None' },
        { value: 'n', name: 'net1' },
      ]}
      onChange={onChange}
      told={{ words: 'It needs one', tone: 'bad' }}
    />,
  )
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Network', description: 'It needs one' }), 'net1')
  expect(onChange).toHaveBeenCalledWith('n')
})
