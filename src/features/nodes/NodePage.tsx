import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Server } from 'lucide-react'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { oneNode } from '#queries/nodes.ts'
import { Breadcrumbs } from '#ui/Breadcrumbs.tsx'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { NodeActions } from './NodeActions.tsx'
import { NodeAside, NodeLead } from './NodeHeading.tsx'
import { NodeOverview } from './NodeOverview.tsx'

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
    >
      <Loaded from={found} explain={explain} wayOut={back}>
        {(node) => <NodeOverview node={node} />}
      </Loaded>
    </Page>
  )
}

const NoId = ({ text }: { text: string }) => (
  <Page title="No such node">
    <Empty icon={<Server />} title={`“${text}” is no node`} actions={back}>
      Nodes are known by a number, as in /nodes/42.
    </Empty>
  </Page>
)
