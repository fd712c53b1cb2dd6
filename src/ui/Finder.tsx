import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useState, type ComponentType, type ReactNode } from 'react'
import { Keys } from './Keys.tsx'
import { Spinner } from './State.tsx'
import { useReturnFocus } from './useReturnFocus.ts'

export type Choice = {
  id: string
  name: string
  /** Quieter words after the name. */
  about?: string
  icon: ComponentType<{ className?: string }>
  choose: () => void
}

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  text: string
  onText: (text: string) => void
  /** What can be chosen now. It comes filtered; empty groups are left out. */
  groups: readonly { name: string; choices: readonly Choice[] }[]
  /** More is being looked for. */
  busy?: boolean
  /** Under the choices: why there are none, or what went wrong. */
  note?: ReactNode
}

/** One box for everything: type, pick with the arrows, Enter. Escape closes it and gives the focus back. */
export function Finder({ open, onOpenChange, title, text, onText, groups, busy, note }: Props) {
  const focus = useReturnFocus()
  const first = groups.flatMap(({ choices }) => choices)[0]?.id ?? ''
  // A pick holds as long as the first choice is the same one: when better ones come, Enter takes the first of those.
  const [picked, setPicked] = useState({ id: '', under: '' })
  const choose = (choice: Choice) => {
    onOpenChange(false)
    choice.choose()
  }
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content className="float dialog max-w-[560px] overflow-hidden" aria-describedby={undefined} {...focus}>
          <Radix.Title className="sr-only">{title}</Radix.Title>
          <Command
            label={title}
            shouldFilter={false}
            loop
            value={picked.under === first ? picked.id : first}
            onValueChange={(id) => setPicked({ id, under: first })}
            className="flex min-h-0 flex-col"
          >
            <div className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-4">
              {busy ? <Spinner className="size-4 text-accent" /> : <Search className="size-4 shrink-0 text-ink-3" />}
              <Command.Input
                value={text}
                onValueChange={onText}
                placeholder={title}
                maxLength={80}
                className="min-w-0 flex-1 bg-transparent text-lead outline-none placeholder:text-ink-3"
              />
              <Keys of={['Esc']} />
            </div>
            <Command.List label="Results" className="min-h-0 overflow-y-auto p-2">
              {groups.map(({ name, choices }) =>
                choices.length === 0 ? null : (
                  <Command.Group key={name} heading={<span className="eyebrow block px-2 pt-2 pb-1">{name}</span>}>
                    {choices.map((choice) => (
                      <Row key={choice.id} choice={choice} onChoose={() => choose(choice)} />
                    ))}
                  </Command.Group>
                ),
              )}
            </Command.List>
            <output className="block px-4 pb-3 text-ink-2 empty:hidden">{note}</output>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const Row = ({ choice: { id, name, about, icon: Icon }, onChoose }: { choice: Choice; onChoose: () => void }) => (
  <Command.Item value={id} onSelect={onChoose} className="finder-item">
    <Icon className="size-4 shrink-0 text-ink-3" />
    <span className="max-w-[75%] shrink-0 truncate font-medium">{name}</span>
    {about !== undefined && <span className="min-w-0 truncate text-ink-3">{about}</span>}
  </Command.Item>
)
