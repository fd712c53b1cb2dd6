import { useId, type ReactNode } from 'react'

type Props<Value extends string> = {
  label: string
  value: Value
  options: readonly { value: Value; name: string; icon?: ReactNode }[]
  onChange: (value: Value) => void
}

/** Two to five views of the same thing, of which one is chosen. Arrow keys choose the next. */
export const Segmented = <Value extends string>({ label, value, options, onChange }: Props<Value>) => {
  const group = useId()
  return (
    <fieldset className="seg" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={group} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.icon}
          {option.name}
        </label>
      ))}
    </fieldset>
  )
}
