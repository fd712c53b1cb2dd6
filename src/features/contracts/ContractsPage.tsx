import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ScrollText } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Contract } from '#domain/contract.ts'
import { showTft } from '#domain/money.ts'
import { AccountNeed } from '#features/account/AccountNeed.tsx'
import { ListFoot } from '#features/lists/ListFoot.tsx'
import { Matches } from '#features/lists/Matches.tsx'
import { NoRows } from '#features/lists/NoRows.tsx'
import { Ignored, Unreadable } from '#features/lists/QuietNotices.tsx'
import { useRowKeys } from '#features/lists/useRowKeys.ts'
import { account } from '#queries/account.ts'
import { consumption, contractsOf, type contractSorts } from '#queries/contracts.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { Table, type Sort } from '#ui/Table.tsx'
import { contractColumns, ContractRow } from './contract-columns.tsx'
import { conditionsOf, readContractSearch, toFilter } from './contract-search.ts'
import { ContractFilters } from './ContractFilters.tsx'
import { GraceBanner } from './GraceBanner.tsx'
import { PickedContracts } from './PickedContracts.tsx'
import { ReserveName } from './ReserveName.tsx'
import { useStandings } from './useStandings.ts'

/** What the open account pays for. */
export function ContractsPage() {
  const open = useQuery(account(useNetwork()))
  const twinId = open.data?.twinId
  if (twinId !== undefined) return <Contracts key={twinId} twinId={twinId} />
  return (
    <Page title="Contracts">
      <Loaded from={open} explain={explain}>
        {(found) => <NoTwin need={found ? 'twin' : 'account'} />}
      </Loaded>
    </Page>
  )
}

function Contracts({ twinId }: { twinId: number }) {
  const network = useNetwork()
  const { search, ignored } = readContractSearch(useSearch({ from: '/contracts' }))
  const filter = toFilter(search)
  const contracts = useQuery(contractsOf(network, twinId, filter))
  const standings = useStandings(contracts.data?.contracts ?? [])
  const spent = useQuery(consumption(network, twinId)).data
  const navigate = useNavigate({ from: '/contracts' })
  const [picked, setPicked] = useState<Contract[]>([])
  const [reserving, setReserving] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list)

  const conditions = conditionsOf(search)
  const picks = { picked, onChange: setPicked }
  const table = {
    label: 'Contracts',
    columns: contractColumns(standings.data, picks),
    rowKey: ({ id }: Contract) => id,
    skeletonRows: 12,
    sort: { by: filter.sort, order: filter.order },
    onSort: ({ by, order }: Sort) =>
      void navigate({ search: { ...search, sort: by as (typeof contractSorts)[number], order, page: undefined } }),
  }
  return (
    <Page
      title="Contracts"
      layout="table"
      aside={contracts.data && <Matches count={contracts.data.count} of={undefined} noun="contract" />}
      lead={
        <p className="text-ink-2">
          {spent ? `${showTft(spent.lastHour, 4)} TFT in the last hour, ${showTft(spent.ever)} TFT ever` : ' '}
        </p>
      }
      actions={<Button onClick={() => setReserving(true)}>Reserve a name</Button>}
      foot={
        contracts.data && contracts.data.count > 0 ? (
          <ListFoot search={search} page={filter.page} size={filter.size} list={contracts} />
        ) : undefined
      }
    >
      <GraceBanner twinId={twinId} />
      <ContractFilters search={search}>
        <PickedContracts picks={picks} />
      </ContractFilters>
      <Ignored parts={ignored} />
      <div ref={list} className="min-h-0 flex-1 overflow-auto border-t border-line">
        <Loaded from={contracts} explain={explain} skeleton={<Table {...table} rows={undefined} narrow={() => null} />}>
          {(page) => (
            <>
              <Unreadable problems={page.problems} />
              {page.contracts.length > 0 || page.problems.length > 0 ? (
                <Table
                  {...table}
                  rows={page.contracts}
                  narrow={(contract) => <ContractRow contract={contract} of={standings.data} picks={picks} />}
                />
              ) : conditions.length > 0 || filter.page > 1 ? (
                <NoRows icon={<ScrollText />} noun="contract" search={search} conditions={conditions}>
                  {null}
                </NoRows>
              ) : (
                <Empty
                  icon={<ScrollText />}
                  title="No contracts"
                  actions={
                    <Link to="/deploy" className={buttonClass({ variant: 'primary' })}>
                      New deployment
                    </Link>
                  }
                >
                  A contract comes with each deployment, each name for a gateway and each node that is rented, and is
                  billed by the hour.
                </Empty>
              )}
            </>
          )}
        </Loaded>
      </div>
      {reserving && <ReserveName onClose={() => setReserving(false)} />}
    </Page>
  )
}

const NoTwin = ({ need }: { need: 'account' | 'twin' }) => (
  <Empty
    icon={<ScrollText />}
    title={need === 'account' ? 'No account is open' : 'The account has no twin yet'}
    actions={<AccountNeed need={need} />}
  >
    Contracts belong to an account’s twin. Those of a node stand on its page, for everybody.
  </Empty>
)
