import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ellipsis, Globe, HandCoins, Moon, Server, Sun } from 'lucide-react'
import { useState } from 'react'
import { free, type Node } from '#domain/node.ts'
import type { Farm } from '#domain/farm.ts'
import { powerWords, type FarmNode } from '#domain/farm-on-chain.ts'
import { toGib } from '#domain/units.ts'
import { freeOfTotal } from '#features/lists/free-of-total.tsx'
import { NodeState } from '#features/nodes/NodeState.tsx'
import { farmNodesSeen } from '#queries/farming.ts'
import { useNetwork } from '#queries/networks.ts'
import { roughSpan } from '#ui/Ago.tsx'
import { Badge } from '#ui/Badge.tsx'
import { Button } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Menu, MenuItem } from '#ui/Menu.tsx'
import { Table, type Column } from '#ui/Table.tsx'
import { ExtraFee } from './ExtraFee.tsx'
import { NodeConfig } from './NodeConfig.tsx'
import { NodePower } from './NodePower.tsx'

type Doing = { what: 'config' | 'fee' | 'sleep' | 'wake'; node: FarmNode }
type Seen = ReadonlyMap<number, Node> | undefined

/** The nodes of a farm, with what their farmer decides. */
export function MyNodes({ farm, nodes, mine }: { farm: Farm; nodes: readonly FarmNode[]; mine: boolean }) {
  const seen = useQuery(farmNodesSeen(useNetwork(), farm.id)).data
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const actions = (node: FarmNode) => mine && <Actions node={node} onDo={(what) => setDoing({ what, node })} />
  return (
    <section aria-label="Nodes" className="min-w-0">
      <div className="flex items-baseline gap-x-3 pb-1">
        <h2 className="text-section">Nodes</h2>
        <span className="text-ink-3">{nodes.length}</span>
      </div>
      {nodes.length === 0 ? (
        <Empty icon={<Server />} title="No nodes">
          A node joins the farm when it boots for it.
        </Empty>
      ) : (
        <div className="overflow-x-auto">
          <Table
            label="Nodes"
            plain
            rows={nodes}
            columns={[
              ...columns(seen),
              ...(mine ? [{ header: 'Change', align: 'right', cell: actions } as const] : []),
            ]}
            rowKey={({ id }) => id}
            narrow={(node) => (
              <div className="flex items-center gap-2 py-2">
                <div className="min-w-0 flex-1">
                  <span className="flex flex-wrap items-center gap-x-3">
                    <NodeLink id={node.id} />
                    <Status node={node} seen={seen} />
                  </span>
                  <span className="block text-small text-ink-3">
                    {powerWords(node.power)}, {contractsOn(node)}, {node.publicConfig?.ipv4 ?? 'no public config'}
                  </span>
                </div>
                {actions(node)}
              </div>
            )}
          />
        </div>
      )}
      {doing?.what === 'config' && <NodeConfig farm={farm} node={doing.node} onClose={close} />}
      {doing?.what === 'fee' && <ExtraFee node={doing.node} onClose={close} />}
      {doing?.what === 'sleep' && <NodePower node={doing.node} power="Down" onClose={close} />}
      {doing?.what === 'wake' && <NodePower node={doing.node} power="Up" onClose={close} />}
    </section>
  )
}

const none = '–'

const columns = (seen: Seen): Column<FarmNode>[] => [
  { header: 'Node', cell: ({ id }) => <NodeLink id={id} /> },
  { header: 'Status', cell: (node) => <Status node={node} seen={seen} /> },
  { header: 'Power', about: 'What the chain says of it', cell: ({ power }) => powerWords(power) },
  {
    header: 'Uptime',
    align: 'right',
    cell: ({ id }) => {
      const node = seen?.get(id)
      return node?.status === 'up' ? roughSpan(node.uptimeSeconds) : none
    },
  },
  { header: 'vCPU', unit: 'free', ...freeOfTotal<FarmNode>((node) => part(node, seen, (of) => of.cru), 'whole') },
  { header: 'Memory', unit: 'GiB', ...freeOfTotal<FarmNode>((node) => part(node, seen, (of) => toGib(of.mru))) },
  { header: 'Contracts', align: 'right', cell: (node) => contractsOn(node) },
  {
    header: 'Public config',
    className: 'max-w-[200px] truncate',
    attributes: ({ publicConfig }) => ({ title: publicConfig && [publicConfig.ipv4, publicConfig.domain].join(' ') }),
    cell: ({ publicConfig }) => (publicConfig ? <span className="mono">{publicConfig.ipv4}</span> : none),
  },
  {
    header: 'Extra fee',
    align: 'right',
    cell: ({ extraFeeMilliUsdPerMonth: fee }) => (fee === 0 ? none : `$${(fee / 1000).toLocaleString('en')} / month`),
  },
]

/** What GridProxy has not seen yet is all free. */
const part = (node: FarmNode, seen: Seen, of: (capacity: FarmNode['total']) => number): [number, number] => {
  const known = seen?.get(node.id)
  return [of(known ? free(known) : node.total), of(node.total)]
}

const NodeLink = ({ id }: { id: number }) => (
  <Link to="/nodes/$nodeId" params={{ nodeId: String(id) }} className="mono row-link">
    {id}
  </Link>
)

const Status = ({ node, seen }: { node: FarmNode; seen: Seen }) => {
  const status = seen?.get(node.id)?.status
  return (
    <span className="inline-flex items-center gap-2">
      {status ? <NodeState status={status} /> : <span className="text-ink-3">Not seen yet</span>}
      {node.certified && <Badge>Certified</Badge>}
    </span>
  )
}

const contractsOn = ({ contracts, rent }: FarmNode): string => {
  const running = contracts.length > 0 ? `${contracts.length} running` : 'none running'
  return rent === undefined ? running : `rented, ${running}`
}

function Actions({ node, onDo }: { node: FarmNode; onDo: (what: Doing['what']) => void }) {
  const asleep = node.power.target === 'Down'
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" size="small" icon aria-label={`Change node ${node.id}`}>
          <Ellipsis />
        </Button>
      }
    >
      <MenuItem icon={<Globe />} onChoose={() => onDo('config')}>
        Public config…
      </MenuItem>
      <MenuItem icon={<HandCoins />} onChoose={() => onDo('fee')}>
        Extra fee…
      </MenuItem>
      <MenuItem icon={asleep ? <Sun /> : <Moon />} onChoose={() => onDo(asleep ? 'wake' : 'sleep')}>
        {asleep ? 'Wake up…' : 'Put to sleep…'}
      </MenuItem>
    </Menu>
  )
}
