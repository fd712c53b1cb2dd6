import { Plus, X } from 'lucide-react'
import { placed, withWorkload, type Plan } from '#domain/plan/plan.ts'
import { isNetwork } from '#domain/plan/references.ts'
import { readWishes, writeAccesses } from '#domain/private-network-metadata.ts'
import type { Access } from '#domain/private-network.ts'
import { Button } from '#ui/Button.tsx'
import type { FormProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'

type Props = FormProps<'network'> | FormProps<'network-light'>

/** What is wanted of a way in before it is planned: its node, subnet and key follow. */
const wish: Access = { nodeId: 0, subnet: '', privateKey: '' }

/** People's own ways into the network. Every part of it names them, so that each client of theirs finds them. */
export function AccessSection({ plan, at, workload, onPlan }: Props) {
  const accesses = readWishes(workload.metadata)
  const add = () =>
    onPlan(withWorkload(plan, at, (one) => ({ ...one, metadata: writeAccesses(one.metadata, [...accesses, wish]) })))
  return (
    <FormSection
      title="People"
      actions={
        <Button size="small" onClick={add}>
          <Plus />
          Add a way in
        </Button>
      }
    >
      {accesses.length === 0 ? (
        <p className="text-ink-2">
          Nobody yet. A way in is a WireGuard file for one computer or phone; it is on the network’s page once it runs.
        </p>
      ) : (
        <ul aria-label="People" className="flex flex-col">
          {accesses.map(({ subnet, nodeId, name }, i) => (
            <li
              key={subnet || `planned ${i}`}
              className="flex min-h-8 items-center gap-3 border-b border-line last:border-0"
            >
              <span className="mono">{subnet || 'to be planned'}</span>
              <span className="text-ink-3">
                {nodeId > 0 ? `over node ${nodeId}` : 'no node of it can be called yet'}
                {name && `, ${name}`}
              </span>
              <Button
                size="small"
                variant="ghost"
                icon
                className="ml-auto"
                aria-label={`Remove the way in ${subnet}`}
                onClick={() => onPlan(without(plan, workload.name, i, accesses))}
              >
                <X />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </FormSection>
  )
}

/** The plan in which no part of the network names the one at `i` of `accesses`. */
function without(plan: Plan, network: string, i: number, accesses: readonly Access[]): Plan {
  const { subnet } = accesses[i]!
  const parts = placed(plan).filter(({ workload }) => isNetwork(workload) && workload.name === network)
  return parts.reduce(
    (next, { at }) =>
      withWorkload(next, at, (one) => {
        const left = readWishes(one.metadata).filter((access, k) => (subnet ? access.subnet !== subnet : k !== i))
        return { ...one, metadata: writeAccesses(one.metadata, left) }
      }),
    plan,
  )
}
