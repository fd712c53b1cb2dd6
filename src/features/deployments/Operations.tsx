import { useMutation } from '@tanstack/react-query'
import { Minus, Pencil, Plus, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import type { NodeContract } from '#domain/deployed.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { operationsOf, type Operation } from '#domain/plan/update-operations.ts'
import { lossOf, recipesFor, type Recipe } from '#domain/plan/update-recipes.ts'
import type { Held } from '#domain/plan/update.ts'
import { isWorkloadType } from '#domain/workloads/workload.ts'
import { measure, typeName } from '#domain/workloads/words.ts'
import { newDraft } from '#queries/drafts.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'

type Props = {
  plan: Plan
  /** What nodes hold now, by contract. */
  previous: Held
  /** The contracts that are updated, where they are known: they tell what cannot be changed in them. */
  contracts?: readonly NodeContract[]
  /** Takes the plan that a way around a refusal leads to; without it no ways are offered. */
  onPlan?: (plan: Plan) => void
}

/** What nodes will do to what runs, in their order; what they refuse, why, and the ways around that. */
export function Operations({ plan, previous, contracts = [], onPlan }: Props) {
  const parts = plan.nodes.flatMap(({ node: nodeId, deployments }, node) =>
    deployments.flatMap(({ deployment: next }, deployment) => {
      const id = Number(next.contract_id)
      const before = previous.get(id)
      if (!before) return []
      const terms = contracts.find((one) => one.id === id)
      const operations = operationsOf(before, next, terms)
      return operations.map((operation) => ({
        key: `${id} ${operation.kind} ${operation.workload.name}`,
        nodeId,
        operation,
        recipes: onPlan ? recipesFor(plan, { node, deployment }, before, operation, terms) : [],
      }))
    }),
  )
  const fresh = plan.nodes.flatMap(({ node: nodeId, deployments }) =>
    deployments.filter(({ deployment }) => Number(deployment.contract_id) === 0).map((one) => ({ nodeId, one })),
  )
  if (parts.length === 0 && fresh.length === 0) return <p className="text-ink-2">Nothing changes.</p>
  return (
    <ul aria-label="What the nodes will do" className="flex flex-col">
      {parts.map(({ key, nodeId, operation, recipes }) => (
        <Line key={key} nodeId={nodeId} of={operation} recipes={recipes} onPlan={onPlan} />
      ))}
      {fresh.map(({ nodeId, one: { deployment } }) => (
        <li
          key={deployment.workloads.map(({ name }) => name).join(' ')}
          className="flex items-baseline gap-3 border-t border-line py-2.5 first:border-t-0"
        >
          <Plus className="i-sm self-center text-ok" />
          <span className="min-w-0">
            <b>Make a contract</b> on node {nodeId ?? '?'} with{' '}
            {deployment.workloads.map(({ name }) => name).join(', ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

const verbs: Record<Operation['kind'], string> = { add: 'Add', change: 'Change', remove: 'Remove' }
const icons = {
  add: <Plus className="i-sm text-ok" />,
  change: <Pencil className="i-sm text-accent" />,
  remove: <Minus className="i-sm text-bad" />,
}

type LineProps = { nodeId: number | null; of: Operation; recipes: Recipe[]; onPlan: Props['onPlan'] }

function Line({ nodeId, of: { kind, workload, before, problem, note }, recipes, onPlan }: LineProps) {
  const losses = kind === 'remove' ? lossOf(workload) : []
  return (
    <li className="flex items-start gap-3 border-t border-line py-2.5 first:border-t-0">
      <span className="pt-0.5">{problem ? <TriangleAlert className="i-sm text-warn" /> : icons[kind]}</span>
      <div className="min-w-0 flex-1">
        <div>
          <b>
            {verbs[kind]} {workload.name}
          </b>{' '}
          <span className="text-ink-2">
            {typeName[workload.type]?.toLowerCase()} on node {nodeId ?? '?'}
            {isWorkloadType(workload.type) && measures(before, workload)}
          </span>
        </div>
        {losses.map((loss) => (
          <div key={loss} className="text-small text-warn">
            Lost: {loss}
          </div>
        ))}
        {note !== undefined && <div className="text-small text-ink-3">{note}</div>}
        {problem && (
          <div className="text-small">
            <span className="text-warn">Not in place. {problem.words}.</span>{' '}
            <span className="text-ink-3">
              The {problem.said.startsWith('Cannot') ? 'chain' : 'node'} says: “{problem.said}”.
            </span>
          </div>
        )}
        {onPlan && recipes.length > 0 && (
          <ul aria-label={`Ways to change ${workload.name}`} className="flex flex-col gap-2 pt-2">
            {recipes.map((recipe) => (
              <Way key={recipe.id} of={recipe} onPlan={onPlan} />
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

/** `", 10 GiB to 20 GiB"`. */
function measures(before: Operation['before'], workload: Operation['workload']): string {
  const now = measure(workload)
  const was = before && isWorkloadType(before.type) ? measure(before) : now
  return now === '' ? '' : was === now || was === '' ? `, ${now}` : `, ${was} to ${now}`
}

function Way({ of: { words, loses, plan, after }, onPlan }: { of: Recipe; onPlan: (plan: Plan) => void }) {
  const network = useNetwork()
  const id = useId()
  const take = useMutation({
    mutationFn: async () => {
      // The second update waits among the drafts until the first is done.
      if (after) await newDraft(network.id, after)
      onPlan(plan)
    },
  })
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-md border border-line bg-sunken px-3 py-2">
      <span className="min-w-0 flex-1 basis-60" id={id}>
        {words}
        {after && <span className="block text-small text-ink-3">The second half is kept as a draft for then.</span>}
        {loses.map((loss) => (
          <span key={loss} className="block text-small text-warn">
            Lost: {loss}
          </span>
        ))}
      </span>
      <Button size="small" aria-describedby={id} busy={take.isPending} onClick={() => take.mutate()}>
        Do it so
      </Button>
    </li>
  )
}
