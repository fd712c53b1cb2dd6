import type { Plan, PlanNode } from '#domain/plan/plan.ts'
import { workloadsOf } from '#domain/plan/plan.ts'
import { measure, typeName } from '#domain/workloads/words.ts'
import { contentWords, typesIn } from './plan-words.ts'

/** What is in a plan, node by node, before it is taken. */
export const PlanPreview = ({ plan }: { plan: Plan }) => (
  <section aria-label="What is in it" className="panel px-4 py-3">
    <p>
      <b className="wrap-anywhere">{plan.name || 'Without a name'}</b>
      <span className="text-ink-3">, {contentWords(typesIn(plan))}</span>
    </p>
    {plan.nodes.map((node, i) => (
      <NodePart key={i} node={node} />
    ))}
  </section>
)

const NodePart = ({ node }: { node: PlanNode }) => (
  <div className="pt-2">
    <h3 className="text-small text-ink-3">
      {node.node === null ? 'A node that is not chosen yet' : `Node ${node.node}`}
    </h3>
    <ul className="flex flex-wrap gap-x-4">
      {workloadsOf(node).map((workload, i) => (
        <li key={i} className="wrap-anywhere">
          {workload.name} <span className="text-ink-3">{[typeName[workload.type], measure(workload)].join(' ')}</span>
        </li>
      ))}
    </ul>
  </div>
)
