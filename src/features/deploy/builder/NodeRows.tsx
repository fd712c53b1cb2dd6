import { Link } from '@tanstack/react-router'
import { deployProblem, free, type Node } from '#domain/node.ts'
import { nodeProblems, type NodeNeeds } from '#domain/plan/node-needs.ts'
import { showBytes } from '#domain/units.ts'
import { placeOf } from '#features/nodes/NodeHeading.tsx'
import { Button } from '#ui/Button.tsx'

type Props = {
  nodes: readonly Node[]
  needs: NodeNeeds
  twinId: number | undefined
  onChoose: (id: number) => void
}

/** Nodes to choose from. One that does not fit says why, and one that can be rented leads to where. */
export const NodeRows = ({ nodes, needs, twinId, onChoose }: Props) => (
  <ul aria-label="Nodes" className="rounded-md border border-line">
    {nodes.map((node) => {
      const problems = nodeProblems(node, needs, twinId)
      return (
        <li key={node.id} className="flex items-center gap-3 border-b border-line px-3 py-2 last:border-0">
          <span className="min-w-0 flex-1">
            <span className="block font-medium">
              Node {node.id}
              {!node.features.includes('zmachine') && <span className="badge ml-2">ZOS light</span>}
              {node.certified && <span className="badge ml-2">Certified</span>}
            </span>
            <span className="block truncate text-small text-ink-3">
              {node.farmName}, {placeOf(node)}
            </span>
            {problems.length > 0 && (
              <span className="block text-small text-warn">
                {problems.join('. ')}.{' '}
                {node.rentable && deployProblem(node, twinId) !== undefined && (
                  <Link to="/nodes/$nodeId" params={{ nodeId: String(node.id) }} className="link">
                    See node {node.id}
                  </Link>
                )}
              </span>
            )}
          </span>
          <span className="text-right text-small whitespace-nowrap text-ink-2 max-sm:hidden">
            {showBytes(free(node).mru)} memory
            <span className="block text-ink-3">{showBytes(free(node).sru)} SSD</span>
          </span>
          {problems.length === 0 && (
            <Button size="small" aria-label={`Choose node ${node.id}`} onClick={() => onChoose(node.id)}>
              Choose
            </Button>
          )}
        </li>
      )
    })}
  </ul>
)
