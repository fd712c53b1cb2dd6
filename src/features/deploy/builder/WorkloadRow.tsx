import clsx from 'clsx'
import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { cloneWorkload } from '#domain/plan/edit.ts'
import { sameSpot, workloadAt, type Spot } from '#domain/plan/plan.ts'
import { Button } from '#ui/Button.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/Menu.tsx'
import { Glyph } from '#ui/State.tsx'
import { focusSpot, spotMark } from './focus-spot.ts'
import { workloadIcons } from './icons.ts'
import { RenameField } from './RenameField.tsx'
import { aboutWorkload, glyphOf, spokenState, stateAt, usesWords } from './row-words.ts'
import type { Builder } from './useBuilder.ts'

type Props = { builder: Builder; at: Spot; onOpen: () => void }

/** One workload: its kind, its name, its measure, and the worst that is said of it. */
export function WorkloadRow({ builder, at, onOpen }: Props) {
  const { plan, checks, renaming } = builder
  const { name, type } = workloadAt(plan, at)!
  const Icon = workloadIcons[type]
  const isChosen = sameSpot(at, builder.at)
  const state = stateAt(checks, at)
  const isRenaming = renaming?.where === 'list' && sameSpot(renaming.at, at)
  return (
    <li
      className={clsx(
        'flex h-11 items-center rounded-md pr-1',
        isChosen ? 'bg-accent-soft shadow-[inset_0_0_0_1px_var(--color-accent-line)]' : 'hover:bg-hover',
      )}
    >
      {isRenaming ? (
        <span className="min-w-0 flex-1 px-2">
          <RenameField builder={builder} at={at} where="list" />
        </span>
      ) : (
        <>
          <button
            type="button"
            {...spotMark(at, 'list')}
            aria-current={isChosen || undefined}
            aria-label={`${usesWords(plan, at)}. ${aboutWorkload(plan, at)}, ${spokenState[state]}`}
            tabIndex={isChosen ? 0 : -1}
            className="flex h-full min-w-0 flex-1 cursor-pointer items-center gap-2.5 rounded-md pl-3 text-left"
            onClick={() => {
              builder.choose(at)
              onOpen()
            }}
          >
            <Icon className={isChosen ? 'text-accent' : 'text-ink-3'} />
            <span className="min-w-0 flex-1">
              <span className="block truncate leading-4 font-medium">{name}</span>
              <span className="block truncate text-small text-ink-3">{aboutWorkload(plan, at)}</span>
            </span>
            <Glyph kind={glyphOf[state]} />
          </button>
          <RowMenu builder={builder} at={at} name={name} reachable={isChosen} />
        </>
      )}
    </li>
  )
}

type MenuProps = Omit<Props, 'onOpen'> & { name: string; reachable: boolean }

/** The keyboard gets to the menu of the chosen workload only: Tab leaves the list in two presses. */
const RowMenu = ({ builder, at, name, reachable }: MenuProps) => (
  <Menu
    align="end"
    trigger={
      <Button size="small" variant="ghost" icon aria-label={`What to do with ${name}`} tabIndex={reachable ? 0 : -1}>
        <Ellipsis />
      </Button>
    }
  >
    <MenuItem
      icon={<Copy className="i-sm" />}
      onChoose={() => {
        const cloned = cloneWorkload(builder.plan, at)
        builder.change(cloned.plan, cloned.at)
        focusSpot(cloned.at, 'list')
      }}
    >
      Clone
    </MenuItem>
    <MenuItem icon={<Pencil className="i-sm" />} onChoose={() => setTimeout(() => builder.rename(at, 'list'))}>
      Rename
    </MenuItem>
    <MenuLine />
    <MenuItem icon={<Trash2 className="i-sm" />} tone="bad" onChoose={() => builder.remove(at, 'list')}>
      Remove
    </MenuItem>
  </Menu>
)
