import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Sprout } from 'lucide-react'
import { useState } from 'react'
import { freeIps, type Farm } from '#domain/farm.ts'
import { AccountNeed } from '#features/account/AccountNeed.tsx'
import { Certified } from '#features/farms/farm-columns.tsx'
import { Unreadable } from '#features/lists/QuietNotices.tsx'
import { account } from '#queries/account.ts'
import { explain } from '#queries/explain.ts'
import { farmsOf } from '#queries/farming.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { Table, type Column } from '#ui/Table.tsx'
import { FarmingTabs } from './FarmingTabs.tsx'
import { FarmNameDialog } from './FarmNameDialog.tsx'

const columns: Column<Farm>[] = [
  { header: 'Farm', cell: ({ id }) => <span className="mono">{id}</span> },
  {
    header: 'Name',
    className: 'max-w-[320px]',
    cell: ({ id, name }) => (
      <Link to="/farming/$farmId" params={{ farmId: String(id) }} className="row-link max-w-full truncate" title={name}>
        {name}
      </Link>
    ),
  },
  { header: 'Farmer', cell: ({ certified }) => (certified ? <Certified /> : <span className="text-ink-3">–</span>) },
  {
    header: 'Public IPs',
    unit: 'free',
    align: 'right',
    cell: (farm) => `${freeIps(farm)} / ${farm.publicIps.length}`,
  },
  {
    header: 'Paid out to',
    className: 'max-w-[240px]',
    cell: ({ payoutAddress }) =>
      payoutAddress === '' ? (
        <span className="text-warn">Nowhere yet</span>
      ) : (
        <span className="mono block truncate" title={payoutAddress}>
          {payoutAddress}
        </span>
      ),
  },
]

/** The farms of the open account. */
export function FarmingPage() {
  const open = useQuery(account(useNetwork()))
  const twinId = open.data?.twinId
  const [creating, setCreating] = useState(false)
  return (
    <Page
      title="Farming"
      tabs={<FarmingTabs />}
      actions={twinId !== undefined && <Button onClick={() => setCreating(true)}>Create a farm</Button>}
    >
      <Loaded from={open} explain={explain}>
        {(found) =>
          twinId === undefined ? (
            <NoTwin need={found ? 'twin' : 'account'} />
          ) : (
            <Farms twinId={twinId} onCreate={() => setCreating(true)} />
          )
        }
      </Loaded>
      {creating && <FarmNameDialog onClose={() => setCreating(false)} />}
    </Page>
  )
}

function Farms({ twinId, onCreate }: { twinId: number; onCreate: () => void }) {
  const farms = useQuery(farmsOf(useNetwork(), twinId))
  return (
    <Loaded from={farms} explain={explain}>
      {(found) => (
        <>
          <Unreadable problems={found.problems} />
          {found.farms.length === 0 && found.problems.length === 0 ? (
            <Empty
              icon={<Sprout />}
              title="No farm yet"
              actions={
                <Button variant="primary" onClick={onCreate}>
                  Create a farm
                </Button>
              }
            >
              A farm is what nodes are booted for: it lends their capacity and addresses, and earns TFT for it.
            </Empty>
          ) : (
            <Table
              label="Farms"
              plain
              rows={found.farms}
              columns={columns}
              rowKey={({ id }) => id}
              narrow={(farm) => (
                <Link
                  to="/farming/$farmId"
                  params={{ farmId: String(farm.id) }}
                  className="flex min-h-17 flex-col justify-center gap-1 py-2"
                >
                  <span className="flex gap-2">
                    <span className="min-w-0 truncate font-medium">{farm.name}</span>
                    <span className="mono ml-auto text-ink-3">{farm.id}</span>
                  </span>
                  <span className="text-small text-ink-3">
                    {freeIps(farm)} of {farm.publicIps.length} public IPs free,{' '}
                    {farm.payoutAddress === '' ? 'paid out nowhere yet' : 'with a payout address'}
                  </span>
                </Link>
              )}
            />
          )}
        </>
      )}
    </Loaded>
  )
}

const NoTwin = ({ need }: { need: 'account' | 'twin' }) => (
  <Empty
    icon={<Sprout />}
    title={need === 'account' ? 'No account is open' : 'The account has no twin yet'}
    actions={<AccountNeed need={need} />}
  >
    Farms belong to an account’s twin. Those of others can be looked at{' '}
    <Link to="/farms" className="link">
      in Farms
    </Link>
    .
  </Empty>
)
