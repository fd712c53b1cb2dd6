import { Plus } from 'lucide-react'
import { addNode } from '#domain/plan/edit.ts'
import { placed } from '#domain/plan/plan.ts'
import { Button } from '#ui/Button.tsx'
import { NodePlace } from './NodePlace.tsx'
import type { Builder } from './useBuilder.ts'
import { rowKeys } from './row-keys.ts'

/** What is in the plan, node by node. Arrow keys go from row to row. */
export function ListPane({ builder, onOpen }: { builder: Builder; onOpen: () => void }) {
  const { plan, chooseNodeFor } = builder
  const all = placed(plan)
  return (
    <div className="p-3" role="presentation" onKeyDown={rowKeys(builder)}>
      {plan.nodes.map((_, i) => (
        <NodePlace
          key={i}
          builder={builder}
          node={i}
          placed={all.filter(({ at }) => at.node === i)}
          onChooseNode={() => chooseNodeFor(i)}
          onOpen={onOpen}
        />
      ))}
      <Button size="small" className="w-full" onClick={() => builder.change(addNode(plan))}>
        <Plus />
        Add node
      </Button>
    </div>
  )
}
