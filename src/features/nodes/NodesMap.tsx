import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { useRef, useState } from 'react'
import type { Node } from '#domain/node.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { mapLimit, nodesOnMap, type NodeFilter } from '#queries/nodes.ts'
import { Button } from '#ui/Button.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { useSize, type Size } from '#ui/useSize.ts'
import { countryShapes, pointOf, worldSize } from '#ui/world-shapes.ts'
import { clustersOf, frameAround, placeWords, type Cluster, type Frame, type Placed } from './node-clusters.ts'
import type { NodeSearch } from './node-search.ts'
import { NodesHere } from './NodesHere.tsx'

/** So far apart are the middles of clusters, in pixels: a finger still meets the right one. */
const apart = 34

type Props = { filter: NodeFilter; search: NodeSearch }

/** Where the nodes of the whole result are, not only those of a page. */
export function NodesMap({ filter, search }: Props) {
  const nodes = useQuery(nodesOnMap(useNetwork(), filter))
  return (
    <Loaded
      from={nodes}
      explain={explain}
      skeleton={
        <div className="p-4 rail:p-6">
          <Skeleton width={320} height={14} />
        </div>
      }
    >
      {(page) => <Drawn key={JSON.stringify(filter)} nodes={page.nodes} count={page.count} search={search} />}
    </Loaded>
  )
}

type DrawnProps = { nodes: readonly Node[]; count: number; search: NodeSearch }

function Drawn({ nodes, count, search }: DrawnProps) {
  const [chosenIds, setChosenIds] = useState<ReadonlySet<number>>()
  const map = useRef<HTMLDivElement>(null)
  const size = useSize(map)
  const placed = nodes.flatMap((node): Placed[] => (node.place ? [{ ...pointOf(node.place), node }] : []))
  const seen = chosenIds ? placed.filter(({ node }) => chosenIds.has(node.id)) : placed
  const frame = size && frameAround(seen, worldSize, size.width / size.height)
  const back = () => {
    setChosenIds(undefined)
    map.current?.focus()
  }
  return (
    <div className="flex h-full min-h-[420px] flex-col wide:flex-row">
      <figure className="flex min-h-[300px] min-w-0 flex-1 flex-col">
        <section
          ref={map}
          aria-label="Map of the nodes"
          tabIndex={-1}
          className="relative min-h-0 flex-1 overflow-hidden bg-sunken outline-none"
        >
          {size && frame && (
            <>
              <Countries frame={frame} />
              {clustersOf(placed, (apart * frame.width) / size.width)
                .filter((cluster) => isIn(frame, cluster))
                .map((cluster) => (
                  <Mark
                    key={cluster.nodes[0]!.id}
                    cluster={cluster}
                    at={positionIn(frame, size, cluster)}
                    onChoose={() => setChosenIds(new Set(cluster.nodes.map(({ id }) => id)))}
                  />
                ))}
            </>
          )}
        </section>
        <figcaption className="px-4 py-2 text-small text-ink-2 rail:px-6">
          {captionOf(nodes.length, placed.length, count)}
        </figcaption>
      </figure>
      {chosenIds && seen.length > 0 && (
        <NodesHere key={[...chosenIds].join()} nodes={seen.map(({ node }) => node)} search={search}>
          <Button size="small" onClick={back}>
            Whole result
          </Button>
        </NodesHere>
      )}
    </div>
  )
}

const Countries = ({ frame: { x, y, width, height } }: { frame: Frame }) => (
  <svg viewBox={`${x} ${y} ${width} ${height}`} className="absolute inset-0 size-full" aria-hidden="true">
    <g className="fill-track stroke-surface">
      {countryShapes.map(({ name, path }) => (
        <path key={name} d={path} vectorEffect="non-scaling-stroke" />
      ))}
    </g>
  </svg>
)

type MarkProps = { cluster: Cluster; at: { left: number; top: number }; onChoose: () => void }

/** One node leads to its page; several, to a closer look at them. */
function Mark({ cluster: { nodes }, at, onChoose }: MarkProps) {
  const look =
    'absolute grid -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full border border-surface text-micro font-medium hover:z-1 focus-visible:z-1'
  const [only] = nodes
  if (only && nodes.length === 1)
    return (
      <Link
        to="/nodes/$nodeId"
        params={{ nodeId: String(only.id) }}
        style={at}
        className="absolute grid size-6 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full hover:z-1 focus-visible:z-1"
        aria-label={`Node ${only.id}, ${placeWords(nodes)}, ${only.status}`}
        title={`Node ${only.id}, ${placeWords(nodes)}`}
      >
        <i className={clsx('size-2.5 rounded-full border border-surface', dots[only.status])} />
      </Link>
    )
  const words = `${nodes.length.toLocaleString('en')} nodes in ${placeWords(nodes)}`
  return (
    <button
      type="button"
      style={at}
      className={clsx(look, 'cursor-pointer bg-ink text-surface hover:bg-accent hover:text-on-accent', sizeOf(nodes))}
      aria-label={words}
      title={words}
      onClick={onChoose}
    >
      {nodes.length.toLocaleString('en')}
    </button>
  )
}

const dots = { up: 'bg-ink', standby: 'bg-ink-3', down: 'bg-surface border-2! border-ink-3!' }
const sizeOf = ({ length }: readonly Node[]) => (length < 10 ? 'size-6' : length < 100 ? 'size-7' : 'size-9')

const isIn = (frame: Frame, { x, y }: Cluster) =>
  x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height
const positionIn = (frame: Frame, size: Size, { x, y }: Cluster) => ({
  left: ((x - frame.x) / frame.width) * size.width,
  top: ((y - frame.y) / frame.height) * size.height,
})

/** What the map shows, and what it leaves out. */
function captionOf(read: number, placed: number, count: number): string {
  const whole =
    read < count
      ? `The first ${read.toLocaleString('en')} of ${count.toLocaleString('en')} nodes, in the order of the list: a map takes ${mapLimit.toLocaleString('en')}.`
      : `All ${count.toLocaleString('en')} nodes of the result.`
  const lost = read - placed
  return lost === 0
    ? whole
    : `${whole} ${lost.toLocaleString('en')} ${lost === 1 ? 'tells' : 'tell'} no place and cannot be drawn.`
}
