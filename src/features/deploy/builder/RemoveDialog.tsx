import { workloadAt } from '#domain/plan/plan.ts'
import { dependants } from '#domain/plan/references.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import type { Builder } from './useBuilder.ts'

/** Says who would miss a workload before it is taken away. */
export function RemoveDialog({ builder }: { builder: Builder }) {
  const { plan, removing } = builder
  if (!removing) return null
  const { name } = workloadAt(plan, removing.at)!
  const users = [...new Set(dependants(plan, removing.at).map(({ from }) => workloadAt(plan, from)!.name))]
  const [one, ...more] = users
  return (
    <Dialog
      open
      onOpenChange={builder.endRemove}
      title={`Remove ${name}?`}
      description={
        more.length === 0
          ? `${one} uses it, and cannot run until it no longer names it.`
          : `${users.slice(0, -1).join(', ')} and ${users.at(-1)} use it, and cannot run until they no longer name it.`
      }
      actions={
        <>
          <Button variant="ghost" onClick={builder.endRemove}>
            Keep
          </Button>
          <Button variant="danger-solid" onClick={() => builder.takeAway(removing.at, removing.where)}>
            Remove {name}
          </Button>
        </>
      }
    />
  )
}
