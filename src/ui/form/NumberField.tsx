import clsx from 'clsx'
import { useState, type ReactNode } from 'react'
import type { FieldPath, FieldPathValue, FieldValues } from 'react-hook-form'
import { Field, type FieldText } from './Field.tsx'
import { useField, type Bound } from './useField.ts'

type Props<V extends FieldValues, N extends FieldPath<V>> = Bound<V, N> &
  FieldText & {
    /** Stands inside the box: the number never says it again. */
    unit?: string
    /** Between the box and its line: a capacity bar. */
    under?: ReactNode
  }

/** `"1 024,5" → 1024.5`; `NaN` for what is no number, and for nothing. */
export function readNumber(text: string): number {
  const plain = text.replaceAll(/\s/g, '').replace(',', '.')
  return plain === '' ? Number.NaN : Number(plain)
}

const same = (a: number, b: number) => a === b || (Number.isNaN(a) && Number.isNaN(b))

/** The form holds a number, `NaN` while the box is empty or holds no number; the box keeps what was typed. */
export function NumberField<V extends FieldValues, N extends FieldPath<V>>(props: Props<V, N>) {
  const { unit, under, label, help, optional } = props
  const { value, change, problem, attributes, line } = useField(props)
  const [typed, setTyped] = useState('')
  const number: number = value
  const shown = same(readNumber(typed), number) ? typed : String(number)
  return (
    <Field {...line} label={label} help={help} optional={optional}>
      <span className={clsx('input', problem !== undefined && 'is-bad')}>
        <input
          {...attributes}
          inputMode="decimal"
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value)
            change(readNumber(event.target.value) as FieldPathValue<V, N>)
          }}
          autoComplete="off"
        />
        {unit !== undefined && <span className="unit">{unit}</span>}
      </span>
      {under !== undefined && <div className="pt-1.5">{under}</div>}
    </Field>
  )
}
