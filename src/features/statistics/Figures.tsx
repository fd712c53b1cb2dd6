import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { NodeStatus } from '#domain/node.ts'
import { bytes, showBytes, showNumber } from '#domain/units.ts'
import { toFilter, type NodeSearch } from '#features/nodes/node-search.ts'
import { useNetwork } from '#queries/networks.ts'
import { nodeList } from '#queries/nodes.ts'
import { freePublicIps, type Stats } from '#queries/stats.ts'

const leads =
  'underline decoration-line-strong decoration-1 underline-offset-[5px] hover:text-accent hover:decoration-accent-line'

/** What the counted nodes are and have. */
export function NodeFigures({ stats, status }: { stats: Stats; status: NodeStatus[] | undefined }) {
  const { capacity } = stats
  const count = (n: number) => n.toLocaleString('en')
  const each = (all: number) => (stats.nodes === 0 ? 0 : all / stats.nodes)
  const nodes = (more: NodeSearch, words: ReactNode) => (
    <Link to="/nodes" search={{ status, ...more }} className={leads}>
      {words}
    </Link>
  )
  return (
    <section aria-label="Nodes">
      <dl className="grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-3 rail:grid-cols-5">
        <Figure name="Nodes">{nodes({}, count(stats.nodes))}</Figure>
        <Figure name="vCPU" note={`${showNumber(each(capacity.cru))} a node`}>
          {nodes({ sort: 'free_cru', order: 'desc' }, showNumber(capacity.cru))}
        </Figure>
        <Figure name="Memory" note={`${showBytes(bytes(each(capacity.mru)))} a node`}>
          {nodes({ sort: 'total_mru', order: 'desc' }, showBytes(capacity.mru))}
        </Figure>
        <Figure name="SSD" note={`${showBytes(bytes(each(capacity.sru)))} a node`}>
          {nodes({ sort: 'total_sru', order: 'desc' }, showBytes(capacity.sru))}
        </Figure>
        <Figure name="HDD" note={`${showBytes(bytes(each(capacity.hru)))} a node`}>
          {nodes({ sort: 'total_hru', order: 'desc' }, showBytes(capacity.hru))}
        </Figure>
        <Figure name="Countries" note="Listed below">
          <Link to="." hash="countries" search className={leads}>
            {count(stats.countries)}
          </Link>
        </Figure>
        <Figure name="With a GPU" note="Nodes, not cards">
          {nodes({ gpu: true }, count(stats.gpuNodes))}
        </Figure>
        <Figure name="Let whole" note="Rented, or free to be">
          {nodes({ dedicated: true }, count(stats.dedicatedNodes))}
        </Figure>
        <Figure name="Access nodes" note="With an IPv4 of their own">
          {nodes({ ipv4: true }, <Counted search={{ status, ipv4: true }} />)}
        </Figure>
        <Figure name="Gateways" note="With a domain as well">
          {nodes({ ipv4: true, domain: true }, <Counted search={{ status, ipv4: true, domain: true }} />)}
        </Figure>
      </dl>
    </section>
  )
}

/**
 * How many nodes match, asked of their list: GridProxy's own figures for access nodes and gateways count every node
 * with any public config for both (tfgrid-sdk-go grid-proxy 10e7b39).
 */
function Counted({ search }: { search: NodeSearch }) {
  const list = useQuery(nodeList(useNetwork(), { ...toFilter(search), size: 1 }))
  return list.data === undefined ? '–' : list.data.count.toLocaleString('en')
}

/** What is counted whatever the state of nodes. */
export function GridFigures({ stats }: { stats: Stats }) {
  const free = useQuery(freePublicIps(useNetwork())).data
  const count = (n: number) => n.toLocaleString('en')
  return (
    <section aria-label="Whole grid">
      <div className="flex flex-wrap items-baseline gap-x-3 pb-3">
        <h2 className="text-section">Whole grid</h2>
        <span className="text-ink-3">Whatever the state of nodes</span>
      </div>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-4 wide:grid-cols-2">
        <Figure name="Farms">
          <Link to="/farms" className={leads}>
            {count(stats.farms)}
          </Link>
        </Figure>
        <Figure
          name="Public IPs"
          note={
            free !== undefined && (
              <Link
                to="/farms"
                search={{ freeIps: 1, sort: 'free_ips', order: 'desc' }}
                className="link inline-flex min-h-6 items-center font-normal!"
              >
                {count(free)} free
              </Link>
            )
          }
        >
          <Link to="/farms" search={{ totalIps: 1 }} className={leads}>
            {count(stats.publicIps)}
          </Link>
        </Figure>
        <Figure name="Twins" note="Accounts, nodes and farmers">
          {count(stats.twins)}
        </Figure>
        <Figure name="Contracts" note="Also those that ended">
          {count(stats.contracts)}
        </Figure>
      </dl>
    </section>
  )
}

type FigureProps = { name: string; note?: ReactNode; children: ReactNode }

const Figure = ({ name, note, children }: FigureProps) => (
  <div className="flex min-w-0 flex-col">
    <dt className="text-ink-2">{name}</dt>
    <dd className="text-figure font-[500] tracking-[-0.02em] whitespace-nowrap">{children}</dd>
    {note !== undefined && <dd className="text-small text-ink-3">{note}</dd>}
  </div>
)
