import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Network, Wallet } from 'lucide-react'
import { useRef } from 'react'
import type { PrivateNetwork } from '#domain/private-network.ts'
import { FundedAccount } from '#features/account/FundedAccount.tsx'
import { NeedsKey } from '#features/account/NeedsKey.tsx'
import { AppliedFilters } from '#features/lists/AppliedFilters.tsx'
import { Matches } from '#features/lists/Matches.tsx'
import { NoRows } from '#features/lists/NoRows.tsx'
import { Ignored } from '#features/lists/QuietNotices.tsx'
import { TextFilter } from '#features/lists/TextFilter.tsx'
import { useRowKeys } from '#features/lists/useRowKeys.ts'
import { explain } from '#queries/explain.ts'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { Table, type Sort } from '#ui/Table.tsx'
import { networkColumns, NetworkRow } from './network-columns.tsx'
import { conditionsOf, readNetworksSearch, shown, sortOf, type NetworksSearch } from './networks-search.ts'
import { useMyNetworks } from './useMyNetworks.ts'

/** The private networks of the account that acts. Each shows as far as its nodes have answered. */
export function NetworksPage() {
  const { need, open, networks } = useMyNetworks()
  if (need === undefined && networks.data && networks.data.length > 0) return <List all={networks.data} />
  return (
    <Page title="Networks" actions={newNetwork}>
      {need === 'account' ? (
        <Empty icon={<Wallet />} title="No account is open" actions={<FundedAccount />}>
          Private networks belong to an account. They join machines on different nodes, and people.
        </Empty>
      ) : need === undefined ? (
        <Loaded from={open} explain={explain}>
          {() => (
            <Loaded from={networks} explain={explain}>
              {() => <NoNetworks />}
            </Loaded>
          )}
        </Loaded>
      ) : (
        <NeedsKey>Nodes tell of private networks only to whoever made them, in signed messages.</NeedsKey>
      )}
    </Page>
  )
}

const newNetwork = (
  <Link
    to="/deploy/templates/$templateId"
    params={{ templateId: 'network' }}
    className={buttonClass({ variant: 'primary' })}
  >
    New network
  </Link>
)

function List({ all }: { all: PrivateNetwork[] }) {
  const { search, ignored } = readNetworksSearch(useSearch({ from: '/networks' }))
  const navigate = useNavigate({ from: '/networks' })
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list)
  const rows = shown(all, search)
  return (
    <Page
      title="Networks"
      layout="table"
      aside={<Matches count={rows.length} of={all.length} noun="network" />}
      actions={newNetwork}
    >
      <search className="block">
        <div className="flex flex-wrap items-center gap-1.5 px-4 pb-2.5 rail:px-6">
          <TextFilter
            label="Name"
            text={search.text}
            onChange={(text) => void navigate({ search: { ...search, text }, replace: true })}
          />
        </div>
        <AppliedFilters conditions={conditionsOf(search)} cleared={{ sort: search.sort, order: search.order }} />
      </search>
      <Ignored parts={ignored} />
      <div ref={list} className="min-h-0 flex-1 overflow-auto border-t border-line">
        {rows.length === 0 ? (
          <NoRows icon={<Network />} noun="network" search={{}} conditions={conditionsOf(search)}>
            Private networks of yours are listed here.
          </NoRows>
        ) : (
          <Table
            label="Networks"
            rows={rows}
            columns={networkColumns}
            rowKey={({ name }) => name}
            sort={sortOf(search)}
            onSort={({ by, order }: Sort) =>
              void navigate({ search: { ...search, sort: by as NetworksSearch['sort'], order } })
            }
            narrow={(network) => <NetworkRow network={network} />}
          />
        )}
      </div>
    </Page>
  )
}

const NoNetworks = () => (
  <Empty icon={<Network />} title="No private networks yet" actions={newNetwork}>
    A private network joins machines on different nodes as if they were in one room, and lets people in over WireGuard.
    Every machine that you deploy brings one along.
  </Empty>
)
