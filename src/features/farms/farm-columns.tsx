import { Link } from '@tanstack/react-router'
import { BadgeCheck } from 'lucide-react'
import { freeIps, type Farm } from '#domain/farm.ts'
import { freeOfTotal } from '#features/lists/free-of-total.tsx'
import { Badge } from '#ui/Badge.tsx'
import type { Column } from '#ui/Table.tsx'

export const farmColumns: Column<Farm>[] = [
  {
    header: 'Farm',
    sort: 'farm_id',
    cell: ({ id }) => (
      <Link
        to="/farms/$farmId"
        params={{ farmId: String(id) }}
        className="mono block py-[9px] font-medium hover:text-accent"
      >
        {id}
      </Link>
    ),
  },
  {
    header: 'Name',
    sort: 'name',
    className: 'max-w-[280px]',
    cell: ({ id, name }) => (
      <Link
        to="/farms/$farmId"
        params={{ farmId: String(id) }}
        className="block truncate py-[9px] hover:text-accent"
        title={name}
      >
        {name}
      </Link>
    ),
  },
  {
    header: 'Farmer',
    about: 'Whether ThreeFold vouches for the farmer',
    cell: ({ certified }) => (certified ? <Certified /> : <span className="text-ink-3">–</span>),
  },
  {
    header: 'Nodes',
    sort: 'dedicated',
    about: 'How the nodes are let',
    cell: ({ dedicated }) => (dedicated ? <Badge>Only let whole</Badge> : <span className="text-ink-2">Shared</span>),
  },
  {
    header: 'IPv4',
    unit: 'free',
    sort: 'free_ips',
    about: 'Free and in all; sorts by free',
    ...freeOfTotal<Farm>((farm) => [freeIps(farm), farm.publicIps.length], 'whole'),
  },
  {
    header: 'In use',
    align: 'right',
    sort: 'used_ips',
    about: 'IPv4 that contracts hold',
    later: true,
    cell: (farm) => farm.publicIps.length - freeIps(farm),
  },
  {
    header: 'Pricing policy',
    align: 'right',
    cell: ({ pricingPolicyId }) => <span className="mono">{pricingPolicyId}</span>,
  },
  {
    header: 'Twin',
    align: 'right',
    sort: 'twin_id',
    about: 'Whose farm it is',
    cell: ({ twinId }) => (
      <Link
        to="/lookup/$text"
        params={{ text: `twin-${twinId}` }}
        className="mono block py-[9px] hover:text-accent"
        aria-label={`Twin ${twinId}`}
      >
        {twinId}
      </Link>
    ),
  },
]

export const Certified = () => (
  <span className="flex items-center gap-1.5">
    <BadgeCheck className="i-sm text-ink-3" />
    Certified
  </span>
)
