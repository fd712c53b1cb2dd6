import { Link } from '@tanstack/react-router'
import type { Terms } from '#domain/node-price.ts'
import { free, type Node } from '#domain/node.ts'
import { showBytes, showNumber } from '#domain/units.ts'
import { Bar } from '#ui/Bar.tsx'
import { Place } from './node-columns.tsx'
import { NodeState } from './NodeState.tsx'
import { Tenant } from './Tenant.tsx'
import { showMonth } from './terms.ts'

/** A node in two lines, for a narrow screen. The whole of it is the link. */
export function NodeRow({ node, terms }: { node: Node; terms: Terms | undefined }) {
  const left = free(node)
  const { tft, usd } = showMonth(node, terms)
  return (
    <Link to="/nodes/$nodeId" params={{ nodeId: String(node.id) }} className="block px-4 py-2.5 hover:bg-hover">
      <span className="flex items-center gap-2">
        <span className="mono w-12 font-medium">{node.id}</span>
        <NodeState status={node.status} />
        {node.rentedByTwinId !== 0 && <Tenant twinId={node.rentedByTwinId} />}
        <span className="min-w-0 truncate pl-1 text-small text-ink-3">{node.farmName}</span>
        <span className="ml-auto whitespace-nowrap">
          {tft ?? usd}
          {tft !== undefined && <span className="text-ink-3"> TFT</span>}
        </span>
      </span>
      <span className="flex items-center gap-2 pt-1 text-small text-ink-2">
        <span className="w-[104px]">
          <Place {...node} />
        </span>
        <span className="grid flex-1 grid-cols-3 gap-3">
          <Figure words={`${showNumber(Math.max(0, left.cru))} vCPU`} free={left.cru} total={node.total.cru} />
          <Figure words={showBytes(left.mru)} free={left.mru} total={node.total.mru} />
          <Figure words={showBytes(left.sru)} free={left.sru} total={node.total.sru} />
        </span>
      </span>
    </Link>
  )
}

const Figure = ({ words, free: left, total }: { words: string; free: number; total: number }) => (
  <span className="flex flex-col gap-1">
    <span className="whitespace-nowrap">{words}</span>
    <Bar total={total} used={total - left} />
  </span>
)
