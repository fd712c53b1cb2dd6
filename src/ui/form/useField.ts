import { useId } from 'react'
import { useController, type Control, type FieldPath, type FieldPathValue, type FieldValues } from 'react-hook-form'
import { lineId } from './Field.tsx'

/** How a field is bound to its form. `problem` says in words what is wrong with the value, or `undefined`; it may take a while. */
export type Bound<Values extends FieldValues, Name extends FieldPath<Values>> = {
  control: Control<Values>
  name: Name
  problem?: (value: FieldPathValue<Values, Name>) => string | undefined | Promise<string | undefined>
  /** Runs after a change by hand: the place to clear what depended on the old value. */
  onChanged?: (value: FieldPathValue<Values, Name>) => void
}

/** What every bound control shares: its value, its problem and the attributes that tie both to it. */
export function useField<Values extends FieldValues, Name extends FieldPath<Values>>(bound: Bound<Values, Name>) {
  const { control, name, problem: problemOf, onChanged } = bound
  const id = useId()
  const { field, fieldState } = useController({
    control,
    name,
    rules: { validate: (value) => problemOf?.(value) },
  })
  const problem = fieldState.error?.message
  const change = (value: FieldPathValue<Values, Name>) => {
    field.onChange(value)
    onChanged?.(value)
  }
  const attributes = {
    id,
    ref: field.ref,
    name: field.name,
    onBlur: field.onBlur,
    'aria-invalid': problem !== undefined || undefined,
    'aria-describedby': lineId(id),
  }
  return { id, value: field.value, change, problem, attributes }
}
