import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

type Props<Id extends string> = {
  label: string
  value: Id
  onChange: (id: Id) => void
  tabs: readonly { id: Id; name: string; count?: number; content: ReactNode }[]
}

/** Places within a page. Arrow keys move between them. */
export const Tabs = <Id extends string>({ label, value, onChange, tabs }: Props<Id>) => (
  <Radix.Root value={value} onValueChange={(id) => onChange(id as Id)}>
    <Radix.List className="tabs" aria-label={label}>
      {tabs.map(({ id, name, count }) => (
        <Radix.Trigger key={id} value={id} className="tab">
          {name}
          {count !== undefined && <span className="n">{count}</span>}
        </Radix.Trigger>
      ))}
    </Radix.List>
    {tabs.map(({ id, content }) => (
      <Radix.Content key={id} value={id} className="pt-5">
        {content}
      </Radix.Content>
    ))}
  </Radix.Root>
)
