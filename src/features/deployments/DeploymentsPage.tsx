import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Box, Wallet } from 'lucide-react'
import type { Deployed } from '#domain/deployed.ts'
import { FundedAccount } from '#features/account/FundedAccount.tsx'
import { account } from '#queries/account.ts'
import { deploymentList } from '#queries/deployments.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Ago } from '#ui/Ago.tsx'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { State } from '#ui/State.tsx'
import { Table, type Column } from '#ui/Table.tsx'
import { heldState, useHeld } from './held.ts'

const columns: Column<Deployed>[] = [
  {
    header: 'Name',
    cell: ({ name, main }) => (
      <Link to="/deployments/$contractId" params={{ contractId: String(main.id) }} className="link">
        {name}
      </Link>
    ),
  },
  { header: 'State', cell: (deployed) => <RowState deployed={deployed} /> },
  { header: 'Node', cell: ({ main }) => main.nodeId, align: 'right' },
  {
    header: 'Contracts',
    cell: ({ contracts }) => <span className="mono">{contracts.map(({ id }) => id).join(', ')}</span>,
  },
  { header: 'Made', cell: ({ main }) => <Ago atMs={main.createdAt * 1000} />, align: 'right' },
]

/** Everything the open account runs. Each row asks its own node; none waits for a silent one. */
export function DeploymentsPage() {
  const network = useNetwork()
  const open = useQuery(account(network))
  const twinId = open.data?.twinId
  return (
    <Page
      title="Deployments"
      layout="table"
      actions={
        <Link to="/deploy/vm" className={buttonClass({ variant: 'primary' })}>
          New virtual machine
        </Link>
      }
    >
      <Loaded from={open} explain={explain}>
        {() => (twinId === undefined ? <NoAccount /> : <List twinId={twinId} />)}
      </Loaded>
    </Page>
  )
}

function List({ twinId }: { twinId: number }) {
  const list = useQuery(deploymentList(useNetwork(), twinId))
  return (
    <Loaded from={list} explain={explain}>
      {(deployments) =>
        deployments.length === 0 ? (
          <Empty
            icon={<Box />}
            title="No deployments yet"
            actions={
              <Link to="/nodes" className={buttonClass({ variant: 'primary' })}>
                Find a node
              </Link>
            }
          >
            A deployment is what you run on a node: machines, disks and networks, each under a contract.
          </Empty>
        ) : (
          <div className="min-h-0 flex-1 overflow-auto">
            <Table
              label="Deployments"
              rows={deployments}
              columns={columns}
              rowKey={({ main }) => main.id}
              narrow={(deployed) => <NarrowRow deployed={deployed} />}
            />
          </div>
        )
      }
    </Loaded>
  )
}

function RowState({ deployed }: { deployed: Deployed }) {
  const { kind, words } = heldState(useHeld(deployed.main))
  return <State kind={kind}>{words}</State>
}

const NarrowRow = ({ deployed }: { deployed: Deployed }) => (
  <Link
    to="/deployments/$contractId"
    params={{ contractId: String(deployed.main.id) }}
    className="flex min-h-17 flex-col justify-center gap-1 px-4 py-2"
  >
    <span className="flex gap-3">
      <span className="min-w-0 truncate font-medium">{deployed.name}</span>
      <span className="ml-auto">
        <RowState deployed={deployed} />
      </span>
    </span>
    <span className="flex text-small text-ink-3">
      Node {deployed.main.nodeId}
      <span className="ml-auto">
        <Ago atMs={deployed.main.createdAt * 1000} />
      </span>
    </span>
  </Link>
)

const NoAccount = () => (
  <Empty icon={<Wallet />} title="No account is open" actions={<FundedAccount />}>
    Deployments belong to an account. Everything public can be looked at without one.
  </Empty>
)
