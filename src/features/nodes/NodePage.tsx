import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { Server } from 'lucide-react'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { oneNode } from '#queries/nodes.ts'
import { Breadcrumbs } from '#ui/Breadcrumbs.tsx'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { NodeActions } from './NodeActions.tsx'
import { NodeAside, NodeLead } from './NodeHeading.tsx'

export function NodePage() {
  const { nodeId } = useParams({ from: '/nodes/$nodeId' })
  return /^[1-9]\d{0,9}$/.test(nodeId) ? <KnownId id={Number(nodeId)} /> : <NoId text={nodeId} />
}

const back = (
  <Link to="/nodes" className={buttonClass()}>
    See all nodes
  </Link>
)

function KnownId({ id }: { id: number }) {
  const found = useQuery(oneNode(useNetwork(), id))
  return (
    <Page
      title={`Node ${id}`}
      breadcrumbs={
        <Breadcrumbs>
          <Link to="/nodes">Nodes</Link>
          <span className="mono">{id}</span>
        </Breadcrumbs>
      }
      aside={found.data && <NodeAside node={found.data} />}
      lead={found.data && <NodeLead node={found.data} />}
      actions={found.data && <NodeActions node={found.data} />}
      tabs={found.data && <NodeTabs id={id} />}
    >
      <Loaded from={found} explain={explain} wayOut={back}>
        {() => <Outlet />}
      </Loaded>
    </Page>
  )
}

const tabs = [
  { to: '/nodes/$nodeId', name: 'Overview' },
  { to: '/nodes/$nodeId/live', name: 'Live' },
  { to: '/nodes/$nodeId/contracts', name: 'Contracts' },
  { to: '/nodes/$nodeId/ips', name: 'Public IPs' },
  { to: '/nodes/$nodeId/console', name: 'API console' },
] as const

const NodeTabs = ({ id }: { id: number }) => (
  <Tabs label={`Node ${id}`}>
    {tabs.map(({ to, name }) => (
      <Link key={to} to={to} params={{ nodeId: String(id) }} activeOptions={exactly} className="tab">
        {name}
      </Link>
    ))}
  </Tabs>
)

/** Overview's address is the beginning of the others'; what a tab is asked to show makes it no other tab. */
const exactly = { exact: true, includeSearch: false }

const NoId = ({ text }: { text: string }) => (
  <Page title="No such node">
    <Empty icon={<Server />} title={`“${text}” is no node`} actions={back}>
      Nodes are known by a number, as in /nodes/42.
    </Empty>
  </Page>
)
