import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { removeNode } from '#domain/plan/edit.ts'
import { isUpdate, type Placed } from '#domain/plan/plan.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { AddWorkload } from './AddWorkload.tsx'
import { NodeCard } from './NodeCard.tsx'
import type { Builder } from './useBuilder.ts'
import { WorkloadRow } from './WorkloadRow.tsx'

type Props = {
  builder: Builder
  /** Which of the plan's nodes, counted from 0. */
  node: number
  placed: readonly Placed[]
  onChooseNode: () => void
  onOpen: () => void
}

/** One of the plan's nodes and what goes there. */
export function NodePlace({ builder, node, placed, onChooseNode, onOpen }: Props) {
  const { plan, facts } = builder
  const id = plan.nodes[node]!.node
  const known = id === null ? undefined : facts.nodes.get(id)
  const runs = plan.nodes[node]!.deployments.some(isUpdate)
  const title = id === null ? `Node ${node + 1} of the plan` : `Node ${id}`
  return (
    <section aria-label={title} className="pb-4">
      <div className="flex items-center gap-1 pb-2">
        <NodeCard
          id={id}
          node={known?.node ?? { data: undefined, error: null }}
          onChange={runs ? undefined : onChooseNode}
        />
        {plan.nodes.length > 1 && <RemoveNode builder={builder} node={node} title={title} names={namesOf(placed)} />}
      </div>
      {placed.length > 0 && (
        <ul aria-label={`Workloads, ${title}`} className="flex flex-col gap-0.5 pb-1">
          {placed.map(({ at }) => (
            <WorkloadRow key={`${at.deployment}.${at.workload}`} builder={builder} at={at} onOpen={onOpen} />
          ))}
        </ul>
      )}
      <AddWorkload builder={builder} node={node} known={known} />
    </section>
  )
}

const namesOf = (placed: readonly Placed[]) => placed.map(({ workload }) => workload.name)

type RemoveProps = { builder: Builder; node: number; title: string; names: string[] }

function RemoveNode({ builder, node, title, names }: RemoveProps) {
  const [asks, setAsks] = useState(false)
  const remove = () => builder.change(removeNode(builder.plan, node))
  return (
    <>
      <Button
        size="small"
        variant="ghost"
        icon
        aria-label={`Remove ${title}`}
        onClick={names.length === 0 ? remove : () => setAsks(true)}
      >
        <Trash2 />
      </Button>
      <Dialog
        open={asks}
        onOpenChange={setAsks}
        title={`Remove ${title}?`}
        description={`With it ${names.join(', ')} ${names.length === 1 ? 'leaves' : 'leave'} the plan.`}
        actions={
          <>
            <Button variant="ghost" onClick={() => setAsks(false)}>
              Keep
            </Button>
            <Button variant="danger-solid" onClick={remove}>
              Remove
            </Button>
          </>
        }
      />
    </>
  )
}
