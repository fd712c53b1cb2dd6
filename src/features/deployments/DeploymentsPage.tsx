import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Box } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Contract } from '#domain/contract.ts'
import { groupContracts, unclaimed } from '#domain/deployed.ts'
import { NeedsKey } from '#features/account/NeedsKey.tsx'
import { Matches } from '#features/lists/Matches.tsx'
import { NoRows } from '#features/lists/NoRows.tsx'
import { Ignored, Unreadable } from '#features/lists/QuietNotices.tsx'
import { useRowKeys } from '#features/lists/useRowKeys.ts'
import { account } from '#queries/account.ts'
import { liveContracts } from '#queries/deployments.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Table, type Sort } from '#ui/Table.tsx'
import { CancelDeployments } from './CancelDeployments.tsx'
import { deploymentColumns, type RowActs } from './deployment-columns.tsx'
import { DeploymentFilters } from './DeploymentFilters.tsx'
import { DeploymentRow } from './DeploymentRow.tsx'
import { conditionsOf, readDeploymentsSearch, shown, sortOf, type DeploymentsSearch } from './deployments-search.ts'
import { NoTwin } from './NoTwin.tsx'
import { Orphans } from './Orphans.tsx'
import { PickedDeployments } from './PickedDeployments.tsx'
import { useRows, type Row } from './rows.ts'

/** Everything the open account runs. Each row asks its own nodes; none waits for a silent one. */
export function DeploymentsPage() {
  const network = useNetwork()
  const open = useQuery(account(network))
  const twinId = open.data?.twinId
  const contracts = useQuery({ ...liveContracts(network, twinId ?? 0), enabled: twinId !== undefined })
  if (twinId !== undefined && contracts.data && contracts.data.contracts.length > 0) return <List {...contracts.data} />
  return (
    <Page title="Deployments" actions={newDeployment}>
      <Loaded from={open} explain={explain}>
        {(found) =>
          twinId === undefined ? (
            <NoTwin need={found ? 'twin' : 'account'} />
          ) : (
            <Loaded from={contracts} explain={explain}>
              {({ problems }) =>
                problems.length > 0 ? (
                  <Unreadable problems={problems} />
                ) : (
                  <>
                    <div className="-mx-4 rail:-mx-6">
                      <Orphans contracts={[]} rows={[]} />
                    </div>
                    <NoDeployments />
                  </>
                )
              }
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  )
}

const newDeployment = (
  <Link to="/deploy" className={buttonClass({ variant: 'primary' })}>
    New deployment
  </Link>
)

function List({ contracts, problems }: { contracts: Contract[]; problems: string[] }) {
  const { search, ignored } = readDeploymentsSearch(useSearch({ from: '/deployments' }))
  const navigate = useNavigate({ from: '/deployments' })
  const deployments = groupContracts(contracts)
  const rows = useRows(deployments, unclaimed(contracts, deployments))
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const [ending, setEnding] = useState<Row[]>()
  const [failure, setFailure] = useState<string>()
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list)
  const acts: RowActs = {
    picked,
    onPick: (id, isPicked) => setPicked(new Set(isPicked ? [...picked, id] : [...picked].filter((one) => one !== id))),
    onCancel: (row) => setEnding([row]),
    onFail: setFailure,
  }
  const matching = shown(rows, search)
  const chosen = rows.filter(({ deployed }) => picked.has(deployed.main.id))
  return (
    <Page
      title="Deployments"
      layout="table"
      aside={<Matches count={matching.length} of={rows.length} noun="deployment" />}
      actions={newDeployment}
      foot={
        chosen.length > 0 ? (
          <PickedDeployments
            count={chosen.length}
            all={matching.length}
            onAll={() => setPicked(new Set(matching.map(({ deployed }) => deployed.main.id)))}
            onNone={() => setPicked(new Set())}
            onCancel={() => setEnding(chosen)}
          />
        ) : undefined
      }
    >
      <DeploymentFilters search={search} rows={rows} />
      <Ignored parts={ignored} />
      <Unreadable problems={problems} />
      <div ref={list} className="min-h-0 flex-1 overflow-auto border-t border-line">
        <NeedsKey>Nodes tell of deployments only to whoever made them, in signed messages.</NeedsKey>
        {failure !== undefined && (
          <div className="px-4 py-3 rail:px-6">
            <Notice tone="bad" alert>
              {failure}
            </Notice>
          </div>
        )}
        <Orphans contracts={contracts} rows={rows} />
        {rows.length === 0 ? (
          <NoDeployments />
        ) : matching.length === 0 ? (
          <NoRows icon={<Box />} noun="deployment" search={{}} conditions={conditionsOf(search)}>
            What you run on nodes is listed here.
          </NoRows>
        ) : (
          <Table
            label="Deployments"
            rows={matching}
            columns={deploymentColumns(acts)}
            rowKey={({ deployed }) => deployed.main.id}
            sort={sortOf(search)}
            onSort={({ by, order }: Sort) =>
              void navigate({ search: { ...search, sort: by as DeploymentsSearch['sort'], order } })
            }
            narrow={(row) => <DeploymentRow row={row} acts={acts} />}
          />
        )}
      </div>
      {ending && (
        <CancelDeployments
          deployments={ending.map(({ deployed }) => deployed)}
          onClose={() => setEnding(undefined)}
          onCancelled={() => {
            setEnding(undefined)
            setPicked(new Set())
          }}
        />
      )}
    </Page>
  )
}

const NoDeployments = () => (
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
)
