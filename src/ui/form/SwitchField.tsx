import type { FieldPath, FieldPathValue, FieldValues } from 'react-hook-form'
import { FieldLine, type FieldText } from './Field.tsx'
import { useField, type Bound } from './useField.ts'

type Props<V extends FieldValues, N extends FieldPath<V>> = Bound<V, N> &
  Pick<FieldText, 'label' | 'help'> & {
    /** A few quiet words after the label. */
    about?: string
  }

/** Something that is on or off from now on. Space turns it. */
export function SwitchField<V extends FieldValues, N extends FieldPath<V>>(props: Props<V, N>) {
  const { label, about, help } = props
  const { value, change, attributes, line } = useField(props, false)
  return (
    <div className="min-w-0 [&>.help:empty]:hidden">
      <label className="flex min-h-8 items-center gap-2.5">
        <input
          {...attributes}
          type="checkbox"
          role="switch"
          aria-checked={value}
          className="switch"
          checked={value}
          onChange={(event) => change(event.target.checked as FieldPathValue<V, N>)}
        />
        {label}
        {about !== undefined && <span className="text-small text-ink-3">{about}</span>}
      </label>
      <FieldLine {...line} help={help} />
    </div>
  )
}
