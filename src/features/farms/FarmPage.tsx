import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Warehouse } from 'lucide-react'
import type { Farm } from '#domain/farm.ts'
import { explain } from '#queries/explain.ts'
import { oneFarm } from '#queries/farms.ts'
import { useNetwork } from '#queries/networks.ts'
import { Badge } from '#ui/Badge.tsx'
import { Breadcrumbs } from '#ui/Breadcrumbs.tsx'
import { buttonClass } from '#ui/Button.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { Certified } from './farm-columns.tsx'
import { FarmNodes } from './FarmNodes.tsx'
import { PricingPolicy } from './PricingPolicy.tsx'
import { PublicIps } from './PublicIps.tsx'

export function FarmPage() {
  const { farmId } = useParams({ from: '/farms/$farmId' })
  return /^[1-9]\d{0,9}$/.test(farmId) ? <KnownId id={Number(farmId)} /> : <NoId text={farmId} />
}

const back = (
  <Link to="/farms" className={buttonClass()}>
    See all farms
  </Link>
)

function KnownId({ id }: { id: number }) {
  const found = useQuery(oneFarm(useNetwork(), id))
  return (
    <Page
      title={found.data?.name ?? `Farm ${id}`}
      breadcrumbs={
        <Breadcrumbs>
          <Link to="/farms">Farms</Link>
          <span className="mono">{id}</span>
        </Breadcrumbs>
      }
      aside={found.data && <FarmAside farm={found.data} />}
      lead={found.data && <FarmLead farm={found.data} />}
    >
      <Loaded from={found} explain={explain} wayOut={back}>
        {(farm) => (
          <div className="flex flex-col gap-6">
            <FarmNodes farm={farm} />
            <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_352px]">
              <PublicIps farm={farm} />
              <PricingPolicy farm={farm} />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const FarmAside = ({ farm }: { farm: Farm }) => (
  <span className="flex flex-wrap items-center gap-x-3">
    <span>
      farm <span className="mono">{farm.id}</span>
    </span>
    <span className="text-ink-2">{farm.certified ? <Certified /> : 'Not certified'}</span>
    {farm.dedicated && <Badge>Only let whole</Badge>}
  </span>
)

const FarmLead = ({ farm: { twinId, payoutAddress } }: { farm: Farm }) => (
  <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2">
    <Link to="/lookup/$text" params={{ text: `twin-${twinId}` }} className="link">
      Twin {twinId}
    </Link>
    {payoutAddress === '' ? (
      <span>No payout address</span>
    ) : (
      <span className="flex min-w-0 items-center gap-1">
        <span className="whitespace-nowrap">Paid out to</span>
        <span className="mono min-w-0 break-all" title="On Stellar">
          {payoutAddress}
        </span>
        <CopyButton value={payoutAddress} what="the payout address" />
      </span>
    )}
  </div>
)

const NoId = ({ text }: { text: string }) => (
  <Page title="No such farm">
    <Empty icon={<Warehouse />} title={`“${text}” is no farm`} actions={back}>
      Farms are known by a number, as in /farms/7.
    </Empty>
  </Page>
)
