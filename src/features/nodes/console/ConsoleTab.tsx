import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useNeed } from '#features/account/NeedsKey.tsx'
import { Ignored } from '#features/lists/QuietNotices.tsx'
import type { CommandGroup } from '#queries/node-console.ts'
import { Select } from '#ui/Select.tsx'
import { useNarrow } from '#ui/useNarrow.ts'
import { KeyNeeded } from '#features/nodes/live/KeyNeeded.tsx'
import { useNode } from '#features/nodes/useNode.ts'
import { CommandDesk } from './CommandDesk.tsx'
import { useCommandGroups } from './useCommandGroups.ts'

/** Any question that a node answers and that changes nothing: ask it, and see the answer as it came. */
export function ConsoleTab() {
  const node = useNode()
  const { command: wanted } = useSearch({ from: '/nodes/$nodeId/console' })
  const isNarrow = useNarrow()
  const groups = useCommandGroups(node)
  const commands = groups.flatMap((group) => group.commands)
  const found = commands.find(({ name }) => name === wanted)
  const command = found ?? commands[0]!
  const List = isNarrow ? CommandSelect : CommandList

  if (useNeed() !== undefined) return <KeyNeeded />
  return (
    <div className="grid items-start gap-x-8 gap-y-5 rail:grid-cols-[272px_minmax(0,1fr)]">
      <List groups={groups} chosen={command.name} />
      <div className="min-w-0">
        {wanted !== undefined && !found && (
          <div className="-mx-4 rail:-mx-6">
            <Ignored parts={[`command=${wanted}`]} />
          </div>
        )}
        <CommandDesk key={command.name} node={node} command={command} />
      </div>
    </div>
  )
}

type ListProps = { groups: readonly CommandGroup[]; chosen: string }

const CommandList = ({ groups, chosen }: ListProps) => (
  <nav aria-label="Commands" className="flex flex-col gap-4">
    {groups.map(({ title, commands }) => (
      <div key={title}>
        <h2 className="pb-1 text-small font-[500] text-ink-3">{title}</h2>
        <ul>
          {commands.map(({ name }) => (
            <li key={name}>
              <Link
                to="."
                search={{ command: name }}
                aria-current={name === chosen ? 'true' : undefined}
                className="mono -mx-2 block rounded-md px-2 py-1 wrap-anywhere hover:bg-hover [&[aria-current]]:bg-accent-soft [&[aria-current]]:text-accent"
              >
                {name.replace(/^zos\./, '')}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </nav>
)

function CommandSelect({ groups, chosen }: ListProps) {
  const navigate = useNavigate({ from: '/nodes/$nodeId/console' })
  return (
    <Select
      aria-label="Command"
      value={chosen}
      options={groups.flatMap(({ commands }) => commands.map(({ name }) => ({ value: name, name })))}
      onChange={(event) => void navigate({ search: { command: event.target.value } })}
    />
  )
}
