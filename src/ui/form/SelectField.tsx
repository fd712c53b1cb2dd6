import type { FieldPath, FieldPathValue, FieldValues } from 'react-hook-form'
import { Select, type Option } from '../Select.tsx'
import { Field, type FieldText } from './Field.tsx'
import { useField, type Bound } from './useField.ts'

type Props<V extends FieldValues, N extends FieldPath<V>> = Bound<V, N> & FieldText & { options: readonly Option[] }

export function SelectField<V extends FieldValues, N extends FieldPath<V>>(props: Props<V, N>) {
  const { options, label, help, optional } = props
  const { value, change, problem, attributes, line } = useField(props, false)
  return (
    <Field {...line} label={label} help={help} optional={optional}>
      <Select
        {...attributes}
        value={value}
        invalid={problem !== undefined}
        onChange={(event) => change(event.target.value as FieldPathValue<V, N>)}
        options={options}
      />
    </Field>
  )
}
