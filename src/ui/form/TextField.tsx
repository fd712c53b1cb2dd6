import clsx from 'clsx'
import type { FieldPath, FieldPathValue, FieldValues } from 'react-hook-form'
import { BoxAction, Field, type FieldText, type Mend } from './Field.tsx'
import { useField, type Bound } from './useField.ts'

type Props<V extends FieldValues, N extends FieldPath<V>> = Bound<V, N> &
  FieldText & { placeholder?: string; mono?: boolean; type?: 'text' | 'password'; autoComplete?: string; action?: Mend }

export function TextField<V extends FieldValues, N extends FieldPath<V>>(props: Props<V, N>) {
  const { placeholder, mono, type = 'text', autoComplete = 'off', label, help, optional, action } = props
  const { value, change, problem, attributes, line } = useField(props)
  return (
    <Field {...line} label={label} help={help} optional={optional}>
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
        {action && <BoxAction {...action} />}
      </span>
    </Field>
  )
}
