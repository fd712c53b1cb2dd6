import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'

type Props<Value extends string> = {
  label: string
  value: Value
  options: readonly { value: Value; name: string; icon?: ReactNode }[]
  onChange: (value: Value) => void
}

/** Two to five views of the same thing, of which one is chosen. Arrow keys go from one to the next. */
export const Segmented = <Value extends string>({ label, value, options, onChange }: Props<Value>) => (
  <RadioGroup.Root
    className="seg"
    orientation="horizontal"
    aria-label={label}
    value={value}
    onValueChange={(chosen) => onChange(chosen as Value)}
  >
    {options.map((option) => (
      <RadioGroup.Item key={option.value} value={option.value}>
        {option.icon}
        {option.name}
      </RadioGroup.Item>
    ))}
  </RadioGroup.Root>
)
