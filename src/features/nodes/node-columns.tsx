import { Link } from '@tanstack/react-router'
import { BadgeCheck } from 'lucide-react'
import { free, type Node } from '#domain/node.ts'
import { toGib, type Bytes } from '#domain/units.ts'
import { roughSpan } from '#ui/Ago.tsx'
import { Flag } from '#ui/Flag.tsx'
import type { Column } from '#ui/Table.tsx'
import { cardName, shortCardName } from './card-name.ts'
import { FreeOfTotal } from './FreeOfTotal.tsx'
import { monthlyUsd, showAsTft, showWholeUsd } from './monthly-price.ts'
import { NodeState } from './NodeState.tsx'

const toTib = (size: Bytes) => toGib(size) / 1024

/** The columns of the list; prices in TFT beside their dollars once the chain has told what a TFT is worth. */
export const nodeColumns = (milliUsdPerTft: number | undefined): Column<Node>[] => [
  {
    header: 'Node',
    sort: 'node_id',
    cell: ({ id }) => (
      <Link
        to="/nodes/$nodeId"
        params={{ nodeId: String(id) }}
        className="mono block py-[9px] font-medium hover:text-accent"
      >
        {id}
      </Link>
    ),
  },
  { header: 'Status', sort: 'status', cell: ({ status }) => <NodeState status={status} /> },
  {
    header: 'Farm',
    className: 'max-w-[140px]',
    cell: ({ farmName, certified }) => (
      <span className="flex items-center gap-1.5">
        <span className="truncate" title={farmName}>
          {farmName}
        </span>
        {certified && <BadgeCheck className="i-sm text-ink-3" aria-hidden={false} aria-label="Certified hardware" />}
      </span>
    ),
  },
  {
    header: 'Place',
    sort: 'country',
    className: 'max-w-[150px]',
    cell: (node) => <Place {...node} />,
  },
  {
    header: 'vCPU',
    unit: 'free',
    align: 'right',
    sort: 'free_cru',
    cell: (node) => <FreeOfTotal whole free={free(node).cru} total={node.total.cru} />,
  },
  {
    header: 'Memory',
    unit: 'GiB',
    align: 'right',
    sort: 'total_mru',
    about: 'Free and in all; sorts by all',
    cell: (node) => <FreeOfTotal free={toGib(free(node).mru)} total={toGib(node.total.mru)} />,
  },
  {
    header: 'SSD',
    unit: 'TiB',
    align: 'right',
    sort: 'total_sru',
    about: 'Free and in all; sorts by all',
    cell: (node) => <FreeOfTotal free={toTib(free(node).sru)} total={toTib(node.total.sru)} />,
  },
  {
    header: 'HDD',
    unit: 'TiB',
    align: 'right',
    sort: 'total_hru',
    about: 'Free and in all; sorts by all',
    later: true,
    cell: (node) => <FreeOfTotal free={toTib(free(node).hru)} total={toTib(node.total.hru)} />,
  },
  { header: 'GPU', unit: 'free', sort: 'num_gpu', className: 'max-w-[150px]', cell: (node) => <Gpus {...node} /> },
  {
    header: 'IPv4',
    align: 'right',
    about: 'Public addresses that are free on the farm',
    cell: ({ freeFarmIps }) => <span className={freeFarmIps === 0 ? 'text-ink-3' : undefined}>{freeFarmIps}</span>,
  },
  {
    header: milliUsdPerTft === undefined ? 'USD / month' : 'TFT / month',
    unit: milliUsdPerTft === undefined ? undefined : <span className="inline-block w-[47px] text-right">USD</span>,
    align: 'right',
    sort: 'price_usd',
    about: 'The whole node for a month, without discount',
    cell: (node) => {
      const usd = monthlyUsd(node)
      if (milliUsdPerTft === undefined) return showWholeUsd(usd)
      return (
        <>
          {showAsTft(usd, milliUsdPerTft)}
          <span className="inline-block w-[50px] text-ink-3">{showWholeUsd(usd)}</span>
        </>
      )
    },
  },
  {
    header: 'Uptime',
    align: 'right',
    sort: 'uptime',
    later: true,
    className: 'text-ink-2',
    cell: ({ status, uptimeSeconds }) =>
      status === 'up' ? roughSpan(uptimeSeconds) : <span className="text-ink-3">–</span>,
  },
]

/** The city where it is known, else the country; its flag says the rest. */
export const Place = ({ city, country }: Pick<Node, 'city' | 'country'>) => {
  const known = city !== '' && city !== 'Unknown'
  return (
    <span className="flex items-center gap-2" title={known ? `${city}, ${country}` : country}>
      <Flag country={country} />
      <span className="truncate">{known ? city : country}</span>
    </span>
  )
}

function Gpus({ gpus }: Pick<Node, 'gpus'>) {
  const [first] = gpus
  if (!first) return <span className="text-ink-3">–</span>
  const freeCards = gpus.filter(({ contractId }) => contractId === 0).length
  return (
    <span className="flex gap-1.5" title={gpus.map(cardName).join(', ')}>
      <span className="truncate">{shortCardName(first)}</span>
      <span className="text-ink-3">
        {freeCards}/{gpus.length}
      </span>
    </span>
  )
}
