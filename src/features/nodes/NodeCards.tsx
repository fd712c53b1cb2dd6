import { Link } from '@tanstack/react-router'
import { BadgeCheck } from 'lucide-react'
import type { Terms } from '#domain/node-price.ts'
import { deployProblem, free, type Node } from '#domain/node.ts'
import { bytes, showBytes, showNumber } from '#domain/units.ts'
import { roughSpan } from '#ui/Ago.tsx'
import { Bar } from '#ui/Bar.tsx'
import { Flag } from '#ui/Flag.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { shortCardName } from './card-name.ts'
import { placeOf } from './NodeHeading.tsx'
import { NodeState } from './NodeState.tsx'
import { PickNode, type Picks } from './PickNode.tsx'
import { showMonth } from './terms.ts'

const grid = 'grid grid-cols-1 gap-3 p-4 sm:grid-cols-2 rail:px-6 wide:grid-cols-3 full:grid-cols-4'

type Props = { nodes: readonly Node[]; picks: Picks; terms: Terms | undefined }

/** What a person chooses a node by, one card to a node. */
export const NodeCards = ({ nodes, ...rest }: Props) => (
  <ul aria-label="Nodes" className={grid}>
    {nodes.map((node) => (
      <Card key={node.id} node={node} {...rest} />
    ))}
  </ul>
)

export const NodeCardsSkeleton = () => (
  <div className={grid} aria-hidden="true">
    {Array.from({ length: 12 }, (_, i) => (
      <div key={i} className="flex h-[178px] flex-col gap-5 rounded-lg border border-line p-3.5">
        <Skeleton width={120} />
        <Skeleton width={180} />
        <Skeleton width={220} />
      </div>
    ))}
  </div>
)

type CardProps = Omit<Props, 'nodes'> & { node: Node }

function Card({ node, picks, terms }: CardProps) {
  const { id, total, certified, farmName, country } = node
  const left = free(node)
  const { tft, usd } = showMonth(node, terms)
  const size = (n: number) => showBytes(bytes(n))
  return (
    <li className="relative flex flex-col gap-2.5 rounded-lg border border-line p-3.5 hover:border-field has-[.check:checked]:border-accent has-[.check:checked]:bg-accent-soft">
      <div className="flex items-center gap-2">
        <PickNode id={id} picks={picks} className="check relative z-1" />
        <Link
          to="/nodes/$nodeId"
          params={{ nodeId: String(id) }}
          className="font-medium after:absolute after:inset-0 after:rounded-lg hover:text-accent"
        >
          Node {id}
        </Link>
        <span className="ml-auto">
          <NodeState status={node.status} />
        </span>
      </div>
      <div className="flex min-w-0 items-center gap-2 text-small text-ink-2">
        <Flag country={country} />
        <span className="truncate" title={`${placeOf(node)}, ${farmName}`}>
          {placeOf(node)} <span className="text-ink-3">· {farmName}</span>
        </span>
        {certified && (
          <BadgeCheck className="i-sm ml-auto text-ink-3" aria-hidden={false} aria-label="Certified hardware" />
        )}
      </div>
      <div className="grid grid-cols-2 gap-x-4 gap-y-2 text-small">
        <Free name="Free vCPU" left={left.cru} total={total.cru} show={showNumber} />
        <Free name="Free memory" left={left.mru} total={total.mru} show={size} />
        <Free name="Free SSD" left={left.sru} total={total.sru} show={size} />
        <Free name="Free HDD" left={left.hru} total={total.hru} show={size} />
      </div>
      <div className="mt-auto flex items-baseline gap-2">
        <span className="min-w-0 truncate text-small text-ink-2">{extras(node)}</span>
        <span className="ml-auto whitespace-nowrap" title={`The whole node for a month, ${usd}`}>
          <b className="font-medium">{tft === undefined ? usd : `${tft} TFT`}</b>
          <span className="text-small text-ink-3"> / month</span>
        </span>
      </div>
    </li>
  )
}

type FreeProps = { name: string; left: number; total: number; show: (n: number) => string }

const Free = ({ name, left, total, show }: FreeProps) => (
  <div className="flex flex-col gap-1">
    <div className="flex justify-between gap-2 whitespace-nowrap">
      <span className="text-ink-3">{name}</span>
      <span>{total === 0 ? 'None' : show(Math.max(0, left))}</span>
    </div>
    <Bar total={total} used={total - left} />
  </div>
)

/** What else may decide: cards, addresses, how long it is up, and why nothing can be put there. */
function extras(node: Node): string {
  const { gpus, freeFarmIps, status, uptimeSeconds } = node
  const [card] = gpus
  return [
    card && (gpus.length > 1 ? `${gpus.length} × ${shortCardName(card)}` : shortCardName(card)),
    freeFarmIps > 0 && `${freeFarmIps} IPv4`,
    status === 'up' ? (deployProblem(node, undefined) ?? `up ${roughSpan(uptimeSeconds)}`) : undefined,
  ]
    .filter(Boolean)
    .join(' · ')
}
