import { Link } from '@tanstack/react-router'
import type { Node } from '#domain/node.ts'
import { Ago } from '#ui/Ago.tsx'
import { Flag } from '#ui/Flag.tsx'
import { State } from '#ui/State.tsx'
import { NodeState } from './NodeState.tsx'
import { Tenant } from './Tenant.tsx'

export const NodeAside = ({ node }: { node: Node }) => (
  <span className="flex flex-wrap items-center gap-x-3">
    <span className="text-ink">
      <NodeState status={node.status} />
    </span>
    {node.status === 'up' && !node.healthy && <State kind="warn">Failed its last health check</State>}
    {node.rentedByTwinId !== 0 && <Tenant twinId={node.rentedByTwinId} />}
    <span>
      reported <Ago atMs={node.updatedAt * 1000} />
    </span>
  </span>
)

export const NodeLead = ({ node }: { node: Node }) => (
  <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2">
    <span className="inline-flex items-center gap-2">
      <Flag country={node.country} />
      {placeOf(node)}
    </span>
    <span>
      <Link to="/farms/$farmId" params={{ farmId: String(node.farmId) }} className="link">
        {node.farmName}
      </Link>{' '}
      <span className="text-ink-3">
        farm <span className="mono">{node.farmId}</span>
      </span>
    </span>
  </div>
)

/** `"Ghent, Belgium"`; a city that is not known is left out. */
export const placeOf = ({ city, country }: Node): string =>
  [city === 'Unknown' ? '' : city, country].filter((word) => word !== '').join(', ')
