import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Server } from 'lucide-react'
import { deployProblem, free, type Node } from '#domain/node.ts'
import { showBytes, type Bytes } from '#domain/units.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { nodeList, type NodeFilter } from '#queries/nodes.ts'
import { Button } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'

/** The chosen node in a line, and the way to another. */
export const ChosenNode = ({ node, onChange }: { node: Node; onChange: () => void }) => (
  <div className="flex min-h-12 items-center gap-3 rounded-md border border-line-strong px-3 py-2">
    <Server className="shrink-0 text-ink-3" />
    <span className="min-w-0">
      <Link to="/nodes/$nodeId" params={{ nodeId: String(node.id) }} className="block font-medium hover:underline">
        Node {node.id}
      </Link>
      <span className="block truncate text-small text-ink-3">
        {node.farmName}, {node.city}, {node.country}
      </span>
    </span>
    <span className="ml-auto">
      <Button size="small" onClick={onChange}>
        Change
      </Button>
    </span>
  </div>
)

type Props = { memory: Bytes; disk: Bytes; twinId: number | undefined; onChoose: (nodeId: number) => void }

/** The cheapest nodes that have room and take machines. */
export function NodeChoice({ memory, disk, twinId, onChoose }: Props) {
  const roomy: NodeFilter = {
    page: 1,
    size: 40,
    sort: 'price_usd',
    order: 'asc',
    status: ['up'],
    freeMemory: memory,
    freeSsd: disk,
  }
  const list = useQuery(nodeList(useNetwork(), roomy))
  return (
    <Loaded from={list} explain={explain}>
      {({ nodes }) => {
        const fit = nodes.filter((node) => deployProblem(node, twinId) === undefined).slice(0, 6)
        if (fit.length === 0)
          return (
            <Empty icon={<Server />} title="No node has room for this">
              None that is up has {showBytes(memory)} of memory and {showBytes(disk)} of SSD free. Ask for less.
            </Empty>
          )
        return (
          <ul aria-label="Nodes with room" className="rounded-md border border-line">
            {fit.map((node) => (
              <li key={node.id} className="flex items-center gap-3 border-b border-line px-3 py-2 last:border-0">
                <span className="min-w-0">
                  <span className="block font-medium">Node {node.id}</span>
                  <span className="block truncate text-small text-ink-3">
                    {node.farmName}, {node.city}, {node.country}
                  </span>
                </span>
                <span className="ml-auto text-right text-small whitespace-nowrap text-ink-2">
                  {showBytes(free(node).mru)} memory
                  <span className="block text-ink-3">{showBytes(free(node).sru)} SSD</span>
                </span>
                <Button size="small" aria-label={`Choose node ${node.id}`} onClick={() => onChoose(node.id)}>
                  Choose
                </Button>
              </li>
            ))}
          </ul>
        )
      }}
    </Loaded>
  )
}
