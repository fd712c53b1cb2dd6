import { RadioGroup as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

type Props<Id extends string> = {
  label: string
  value: Id
  onChange: (id: Id) => void
  options: readonly { id: Id; name: ReactNode }[]
}

/** Two to four views of the same thing. Arrow keys choose. */
export const Segmented = <Id extends string>({ label, value, onChange, options }: Props<Id>) => (
  <Radix.Root className="seg" aria-label={label} value={value} onValueChange={(id) => onChange(id as Id)}>
    {options.map(({ id, name }) => (
      <Radix.Item key={id} value={id}>
        {name}
      </Radix.Item>
    ))}
  </Radix.Root>
)
