import clsx from 'clsx'
import type { FieldPath, FieldPathValue, FieldValues } from 'react-hook-form'
import { Field, type FieldText } from './Field.tsx'
import { useField, type Bound } from './useField.ts'

type Props<V extends FieldValues, N extends FieldPath<V>> = Bound<V, N> &
  FieldText & { placeholder?: string; mono?: boolean; type?: 'text' | 'password'; autoComplete?: string }

export function TextField<V extends FieldValues, N extends FieldPath<V>>(props: Props<V, N>) {
  const { placeholder, mono, type = 'text', autoComplete = 'off', label, help, optional } = props
  const { id, value, change, problem, attributes } = useField(props)
  return (
    <Field id={id} label={label} help={help} optional={optional} problem={problem}>
      <span className={clsx('input', problem !== undefined && 'is-bad')}>
        <input
          {...attributes}
          type={type}
          value={value}
          onChange={(event) => change(event.target.value as FieldPathValue<V, N>)}
          placeholder={placeholder}
          autoComplete={autoComplete}
          spellCheck={false}
          className={clsx(mono && 'mono')}
        />
      </span>
    </Field>
  )
}
