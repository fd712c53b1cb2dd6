import { Plus } from 'lucide-react'
import type { NodeFacts } from '#domain/plan/facts.ts'
import { addNew } from '#domain/plan/new-workload.ts'
import { Button } from '#ui/Button.tsx'
import { Menu, MenuItem } from '#ui/Menu.tsx'
import { chance } from '#features/deploy/forms/chance.ts'
import { addable } from './addable.ts'
import { focusSpot } from './focus-spot.ts'
import { workloadIcons } from './icons.ts'
import type { Builder } from './useBuilder.ts'

type Props = { builder: Builder; node: number; known: NodeFacts | undefined }

/** Everything a node can be given. What this one does not take says why. */
export const AddWorkload = ({ builder, node, known }: Props) => (
  <Menu
    trigger={
      <Button size="small" variant="ghost" className="w-full justify-start! gap-2.5! px-3!">
        <Plus />
        Add workload
      </Button>
    }
  >
    {addable(known?.features.data ?? known?.node.data?.features, known?.node.data ?? undefined).map(
      ({ type, words, problem }) => {
        const Icon = workloadIcons[type]
        return (
          <MenuItem
            key={words}
            icon={<Icon />}
            disabledReason={problem}
            onChoose={() => {
              const added = addNew(builder.plan, node, type, builder.at, chance)
              builder.change(added.plan, added.at)
              focusSpot(added.at, 'list')
            }}
          >
            {words}
          </MenuItem>
        )
      },
    )}
  </Menu>
)
