import clsx from 'clsx'
import type { FieldPath, FieldPathValue, FieldValues } from 'react-hook-form'
import { Field, type FieldText } from './Field.tsx'
import { useField, type Bound } from './useField.ts'

type Props<V extends FieldValues, N extends FieldPath<V>> = Bound<V, N> &
  FieldText & { placeholder?: string; rows?: number; mono?: boolean; wrap?: 'off' }

export function TextAreaField<V extends FieldValues, N extends FieldPath<V>>(props: Props<V, N>) {
  const { placeholder, rows = 3, mono, wrap, label, help, optional } = props
  const { value, change, problem, attributes, line } = useField(props)
  return (
    <Field {...line} label={label} help={help} optional={optional}>
      <textarea
        {...attributes}
        className={clsx('input', mono && 'mono', problem !== undefined && 'is-bad')}
        rows={rows}
        wrap={wrap}
        value={value}
        onChange={(event) => change(event.target.value as FieldPathValue<V, N>)}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
      />
    </Field>
  )
}
