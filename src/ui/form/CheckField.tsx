import type { FieldPath, FieldPathValue, FieldValues } from 'react-hook-form'
import type { FieldText } from './Field.tsx'
import { FieldLine } from './Field.tsx'
import { useField, type Bound } from './useField.ts'

/** Yes or no, with what yes means under it. */
export function CheckField<V extends FieldValues, N extends FieldPath<V>>(
  props: Bound<V, N> & Pick<FieldText, 'label' | 'help'>,
) {
  const { value, change, attributes, line } = useField(props, false)
  return (
    <div>
      <label className="flex min-h-8 items-center gap-2.5">
        <input
          {...attributes}
          type="checkbox"
          className="check"
          checked={value}
          onChange={(event) => change(event.target.checked as FieldPathValue<V, N>)}
        />
        {props.label}
      </label>
      <div className="pl-6.5">
        <FieldLine {...line} help={props.help} />
      </div>
    </div>
  )
}
