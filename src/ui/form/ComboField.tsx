import clsx from 'clsx'
import { ChevronsUpDown } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import type { FieldPath, FieldPathValue, FieldValues } from 'react-hook-form'
import { Field, type FieldText } from './Field.tsx'
import { useField, type Bound } from './useField.ts'

export type ComboOption = { value: string; name: string; about?: string }

type Props<V extends FieldValues, N extends FieldPath<V>> = Bound<V, N> &
  FieldText & {
    options: readonly ComboOption[]
    /** Whether what was typed is a value by itself, as none of the options. */
    free?: (typed: string) => boolean
    placeholder?: string
  }

/**
 * One of many, found by typing, in the browser's own list; or what was typed. The box empties for looking, so that all are
 * shown, and is as it was when nothing was taken.
 */
export function ComboField<V extends FieldValues, N extends FieldPath<V>>(props: Props<V, N>) {
  const { options, free = () => false, placeholder = '', label, help, optional } = props
  const { value, change, problem, attributes, line } = useField(props, false)
  const list = useId()
  const [typed, setTyped] = useState<string>()
  const chosen = options.find((option) => option.value === value)
  const shown: string = chosen?.name ?? value
  const take = (next: string) => {
    setTyped(undefined)
    if (next !== value) change(next as FieldPathValue<V, N>)
  }
  const type = (text: string) => {
    const option = options.find(({ name }) => name === text)
    if (option) take(option.value)
    else setTyped(text)
  }
  const settle = () => {
    if (typed !== undefined && free(typed)) take(typed.trim())
    setTyped(undefined)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    if (event.key === 'Enter') settle()
    else setTyped(undefined)
    event.preventDefault()
  }
  return (
    <Field {...line} label={label} help={help} optional={optional}>
      <span className={clsx('input', problem !== undefined && 'is-bad')}>
        <input
          {...attributes}
          list={list}
          value={typed ?? shown}
          placeholder={shown || placeholder}
          onFocus={() => setTyped(free(shown) ? undefined : '')}
          onChange={(event) => type(event.target.value)}
          onBlur={() => {
            settle()
            attributes.onBlur()
          }}
          onKeyDown={press}
          autoComplete="off"
          spellCheck={false}
          className={clsx('combo', !chosen && value !== '' && 'mono')}
        />
        {typed === undefined && chosen?.about !== undefined && (
          <span className="min-w-0 shrink-0 truncate text-ink-3 max-sm:hidden">{chosen.about}</span>
        )}
        <ChevronsUpDown className="i-sm pointer-events-none text-ink-3" />
      </span>
      <datalist id={list}>
        {options.map(({ value: of, name, about }) => (
          <option key={of} value={name}>
            {about === undefined ? name : `${name}, ${about}`}
          </option>
        ))}
      </datalist>
    </Field>
  )
}
