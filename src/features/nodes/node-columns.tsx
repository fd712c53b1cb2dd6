import { Link } from '@tanstack/react-router'
import { BadgeCheck } from 'lucide-react'
import type { Terms } from '#domain/node-price.ts'
import { free, type Node } from '#domain/node.ts'
import { toGib, type Bytes } from '#domain/units.ts'
import { freeOfTotal } from '#features/lists/free-of-total.tsx'
import { roughSpan } from '#ui/Ago.tsx'
import { Flag } from '#ui/Flag.tsx'
import type { Column } from '#ui/Table.tsx'
import { cardName, shortCardName } from './card-name.ts'
import { moreColumns } from './more-columns.tsx'
import type { ColumnId } from './node-column-ids.ts'
import { Tenant } from './Tenant.tsx'
import { showMonth } from './terms.ts'

const toTib = (size: Bytes) => toGib(size) / 1024
const none = '–'

/** Opens how the price of a node comes about, beside what was pressed. */
export type OnPrice = (node: Node, pressed: HTMLElement) => void

/** The first column of every choice. */
export const numberColumn: Column<Node> = {
  header: 'Node',
  sort: 'node_id',
  cell: ({ id }) => (
    <Link to="/nodes/$nodeId" params={{ nodeId: String(id) }} className="mono row-link">
      {id}
    </Link>
  ),
}

/** These columns after a node's number; prices in TFT beside their dollars once the chain has told its terms. */
export function nodeColumns(ids: readonly ColumnId[], terms: Terms | undefined, onPrice?: OnPrice): Column<Node>[] {
  const all: Record<ColumnId, Column<Node>> = { ...usual, ...moreColumns, price: priceColumn(terms, onPrice) }
  return [numberColumn, ...ids.map((id) => all[id])]
}

const names = { up: 'Up', standby: 'Standby', down: 'Down' }

const usual = {
  status: {
    header: 'Status',
    sort: 'status',
    cell: ({ status, rentedByTwinId }) => (
      <>
        <span className={`status st-${status}`}>{names[status]}</span>{' '}
        {rentedByTwinId !== 0 && <Tenant twinId={rentedByTwinId} />}
      </>
    ),
  },
  farm: {
    header: 'Farm',
    sort: 'farm_id',
    about: 'Sorts by the farm’s number',
    className: 'max-w-[140px] truncate',
    attributes: ({ farmName }) => ({ title: farmName }),
    cell: ({ farmName, certified }) => (
      <>
        {farmName}
        {certified && <BadgeCheck className="seal" aria-hidden={false} aria-label="Certified hardware" />}
      </>
    ),
  },
  place: {
    header: 'Place',
    sort: 'country',
    className: 'max-w-[150px] truncate',
    attributes: ({ city, country }) => ({ title: isKnown(city) ? `${city}, ${country}` : country }),
    cell: ({ city, country }) => (
      <>
        <Flag country={country} />
        {isKnown(city) ? city : country}
      </>
    ),
  },
  cpu: {
    header: 'vCPU',
    unit: 'free',
    sort: 'free_cru',
    ...freeOfTotal<Node>((node) => [free(node).cru, node.total.cru], 'whole'),
  },
  memory: {
    header: 'Memory',
    unit: 'GiB',
    sort: 'total_mru',
    about: 'Free and in all; sorts by all',
    ...freeOfTotal<Node>((node) => [toGib(free(node).mru), toGib(node.total.mru)]),
  },
  ssd: {
    header: 'SSD',
    unit: 'TiB',
    sort: 'total_sru',
    about: 'Free and in all; sorts by all',
    ...freeOfTotal<Node>((node) => [toTib(free(node).sru), toTib(node.total.sru)]),
  },
  hdd: {
    header: 'HDD',
    unit: 'TiB',
    sort: 'total_hru',
    about: 'Free and in all; sorts by all',
    later: true,
    ...freeOfTotal<Node>((node) => [toTib(free(node).hru), toTib(node.total.hru)]),
  },
  gpu: {
    header: 'GPU',
    unit: 'free',
    sort: 'num_gpu',
    className: 'max-w-[150px] truncate',
    attributes: ({ gpus }) => ({ title: gpus.map(cardName).join(', ') || undefined }),
    cell: ({ gpus }) => {
      const [first] = gpus
      const freeCards = gpus.filter(({ contractId }) => contractId === 0).length
      return first ? `${shortCardName(first)} ${freeCards}/${gpus.length}` : none
    },
  },
  ips: {
    header: 'IPv4',
    align: 'right',
    about: 'Public addresses that are free on the farm',
    cell: ({ freeFarmIps }) => freeFarmIps,
  },
  uptime: {
    header: 'Uptime',
    align: 'right',
    sort: 'uptime',
    later: true,
    className: 'text-ink-2',
    cell: ({ status, uptimeSeconds }) => (status === 'up' ? roughSpan(uptimeSeconds) : none),
  },
} satisfies { [Id in ColumnId]?: Column<Node> }

const priceColumn = (terms: Terms | undefined, onPrice: OnPrice | undefined): Column<Node> => ({
  header: terms ? 'TFT / month' : 'USD / month',
  unit: terms && <span className="inline-block w-[47px] text-right">USD</span>,
  align: 'right',
  sort: 'price_usd',
  about: 'All of the node for a month, for you; sorts by GridProxy’s price, which knows no discount, rent or extra fee',
  className: 'min-w-[112px]',
  cell: (node) => {
    const { tft, usd } = showMonth(node, terms)
    if (tft === undefined) return usd
    const words = (
      <>
        {tft}
        <span className="inline-block w-[50px] text-ink-3">{usd}</span>
      </>
    )
    if (!onPrice) return words
    return (
      <button
        type="button"
        className="price"
        aria-label={`${tft} TFT, ${usd}: how it comes about`}
        aria-haspopup="dialog"
        onClick={({ currentTarget }) => onPrice(node, currentTarget)}
      >
        {words}
      </button>
    )
  },
})

const isKnown = (city: string) => city !== '' && city !== 'Unknown'

/** The city where it is known, else the country; its flag says the rest. */
export const Place = ({ city, country }: Pick<Node, 'city' | 'country'>) => (
  <span className="flex items-center gap-2" title={isKnown(city) ? `${city}, ${country}` : country}>
    <Flag country={country} />
    <span className="truncate">{isKnown(city) ? city : country}</span>
  </span>
)
