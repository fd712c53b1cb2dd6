import clsx from 'clsx'
import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

type MenuProps = {
  /** One button. */
  trigger: ReactNode
  align?: 'start' | 'end'
  defaultOpen?: boolean
  children: ReactNode
}

export const Menu = ({ trigger, align = 'start', defaultOpen, children }: MenuProps) => (
  <Radix.Root defaultOpen={defaultOpen}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        className="float menu z-40 max-h-[var(--radix-dropdown-menu-content-available-height)] min-w-48 overflow-y-auto"
        align={align}
        sideOffset={6}
        collisionPadding={8}
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)

type ActionProps = { icon: ReactNode; onChoose: () => void; children: ReactNode }

/** Something to do, below what can be chosen. */
export const MenuAction = ({ icon, onChoose, children }: ActionProps) => (
  <>
    <Radix.Separator className="mx-2 my-1 h-px bg-line" />
    <Radix.Item className="menu-item" onSelect={onChoose}>
      <span className="w-4 text-ink-3">{icon}</span>
      {children}
    </Radix.Item>
  </>
)

type ItemProps = {
  icon: ReactNode
  onChoose: () => void
  /** Why it cannot be chosen now: it stays in its place and says so. */
  disabledReason?: string
  tone?: 'bad'
  children: ReactNode
}

/** One of several things to do. */
export const MenuItem = ({ icon, onChoose, disabledReason, tone, children }: ItemProps) => (
  <Radix.Item
    className={clsx('menu-item', disabledReason !== undefined && 'items-start! py-1.5', tone === 'bad' && 'text-bad')}
    aria-disabled={disabledReason !== undefined || undefined}
    onSelect={(event) => (disabledReason === undefined ? onChoose() : event.preventDefault())}
  >
    <span className={clsx('w-4', tone === undefined && 'text-ink-3')}>{icon}</span>
    {disabledReason === undefined ? (
      children
    ) : (
      <span className="max-w-60 text-ink-3">
        {children}
        <span className="block text-small">{disabledReason}</span>
      </span>
    )}
  </Radix.Item>
)

export const MenuLine = () => <Radix.Separator className="mx-2 my-1 h-px bg-line" />

export type ChoiceProps<Id extends string> = {
  label: string
  value: Id
  onChange: (id: Id) => void
  options: readonly { id: Id; name: string; about?: string }[]
}

/** One of several, each with a sentence where it needs one. */
export const MenuChoice = <Id extends string>({ label, value, onChange, options }: ChoiceProps<Id>) => (
  <Radix.RadioGroup aria-label={label} value={value} onValueChange={(id) => onChange(id as Id)}>
    {options.map(({ id, name, about }) => (
      <Radix.RadioItem key={id} value={id} className="menu-item items-start! py-1.5">
        <span className="w-4 pt-0.5 text-accent">
          <Radix.ItemIndicator>
            <Check className="i-sm" />
          </Radix.ItemIndicator>
        </span>
        <span className="max-w-72">
          <span className="block font-medium">{name}</span>
          {about !== undefined && <span className="block text-small text-ink-3">{about}</span>}
        </span>
      </Radix.RadioItem>
    ))}
  </Radix.RadioGroup>
)
