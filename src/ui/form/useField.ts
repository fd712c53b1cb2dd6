import { useId, useState } from 'react'
import { useController, type Control, type FieldPath, type FieldPathValue, type FieldValues } from 'react-hook-form'
import { lineId, type Told } from './Field.tsx'

/** How a field is bound to its form. `problem` says in words what is wrong with the value, or `undefined`; it may take a while. */
export type Bound<Values extends FieldValues, Name extends FieldPath<Values>> = {
  control: Control<Values>
  name: Name
  problem?: (value: FieldPathValue<Values, Name>) => string | undefined | Promise<string | undefined>
  /** Runs after a change by hand: the place to clear what depended on the old value. */
  onChanged?: (value: FieldPathValue<Values, Name>) => void
  /** The member of what the form edits that this field shows: who looks for the field of a member finds it by this. */
  member?: string
  /** What is known of the value from elsewhere. It waits while somebody types, and gives way to the field's own problem. */
  told?: Told
}

/**
 * What every bound control shares: its value, its problem and the attributes that tie both to it.
 *
 * @param typed whether a change may be half of one, as in a text
 */
export function useField<Values extends FieldValues, Name extends FieldPath<Values>>(
  bound: Bound<Values, Name>,
  typed = true,
) {
  const { control, name, problem: problemOf, onChanged, member, told } = bound
  const id = useId()
  const [typing, setTyping] = useState(false)
  const { field, fieldState } = useController({
    control,
    name,
    rules: { validate: (value) => problemOf?.(value) },
  })
  const wrong = fieldState.error?.message
  const said = typing ? undefined : told
  const problem = wrong ?? (said?.tone === 'bad' ? said.words : undefined)
  const change = (value: FieldPathValue<Values, Name>) => {
    setTyping(typed)
    field.onChange(value)
    onChanged?.(value)
  }
  const blur = () => {
    setTyping(false)
    field.onBlur()
  }
  const attributes = {
    id,
    ref: field.ref,
    name: field.name,
    onBlur: blur,
    'data-member': member,
    'aria-invalid': problem !== undefined || undefined,
    'aria-describedby': lineId(id),
  }
  /** For the line under the control. */
  const line = {
    id,
    problem,
    caution: problem === undefined ? said?.words : undefined,
    mend: wrong === undefined ? said?.mend : undefined,
  }
  return { id, value: field.value, change, problem, attributes, line }
}
