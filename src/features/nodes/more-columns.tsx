import { lazy, Suspense } from 'react'
import type { Node } from '#domain/node.ts'
import { showUsd } from '#domain/money.ts'
import { showNumber } from '#domain/units.ts'
import { roughSpan } from '#ui/Ago.tsx'
import type { Column } from '#ui/Table.tsx'

const Reachability = lazy(async () => ({ default: (await import('./Reachability.tsx')).Reachability }))

const none = '–'
const mono = () => ({ className: 'mono' })
const told = (text: string) => text || none
const speed = (bitsPerSecond: number) => (bitsPerSecond === 0 ? none : showNumber(bitsPerSecond / 1_000_000))

/** What a node may be used for, in two words. */
export function useOf(node: Node): string {
  if (node.rentedByTwinId !== 0) return `Twin ${node.rentedByTwinId}`
  if (node.inDedicatedFarm || node.extraFeeMilliUsdPerMonth > 0) return 'Only whole'
  return node.rentable ? 'Shared or whole' : 'Shared'
}

/** `"Full"`, which runs machines and gateways, or `"Light"`. */
export const zosOf = ({ features }: Node): string => (features.includes('zmachine') ? 'Full' : 'Light')

/** Columns that have to be asked for. */
export const moreColumns = {
  country: { header: 'Country', sort: 'country', className: 'max-w-[160px] truncate', cell: ({ country }) => country },
  city: { header: 'City', sort: 'city', className: 'max-w-[160px] truncate', cell: ({ city }) => told(city) },
  health: {
    header: 'Health',
    about: 'Whether it passed its last health check',
    cell: ({ healthy }) => (healthy ? 'Good' : 'Failed'),
  },
  use: {
    header: 'Use',
    sort: 'rentable',
    about: 'Who may put something there; sorts by what can be rented',
    cell: useOf,
  },
  fee: {
    header: 'Extra fee',
    unit: 'USD',
    align: 'right',
    sort: 'extra_fee',
    about: 'What the farmer asks on top for a node that is rented, a month',
    cell: ({ extraFeeMilliUsdPerMonth: fee }) => (fee === 0 ? none : showUsd(fee / 1000)),
  },
  certified: { header: 'Hardware', cell: ({ certified }) => (certified ? 'Certified' : 'DIY') },
  zos: { header: 'ZOS', about: 'Light nodes run other kinds of machine, and no gateways of their own', cell: zosOf },
  ipv4: { header: 'Own IPv4', attributes: mono, cell: ({ publicConfig }) => told(publicConfig.ipv4) },
  ipv6: { header: 'Own IPv6', attributes: mono, cell: ({ publicConfig }) => told(publicConfig.ipv6) },
  domain: {
    header: 'Domain',
    className: 'max-w-[200px] truncate',
    cell: ({ publicConfig }) => told(publicConfig.domain),
  },
  download: { header: 'Download', unit: 'Mbit/s', align: 'right', cell: (node) => speed(node.speed.download) },
  upload: { header: 'Upload', unit: 'Mbit/s', align: 'right', cell: (node) => speed(node.speed.upload) },
  processor: {
    header: 'Processor',
    className: 'max-w-[240px] truncate',
    attributes: ({ hardware }) => ({ title: hardware.processor || undefined }),
    cell: ({ hardware }) => told(hardware.processor),
  },
  reported: {
    header: 'Reported',
    align: 'right',
    sort: 'updated_at',
    about: 'How long ago it last reported',
    cell: ({ updatedAt }) => `${roughSpan(Date.now() / 1000 - updatedAt)} ago`,
  },
  twin: { header: 'Twin', align: 'right', sort: 'twin_id', attributes: mono, cell: ({ twinId }) => twinId },
  reach: {
    header: 'Answers',
    about: 'How long the node takes to answer you, asked while its row is in view',
    cell: (node) => (
      <Suspense>
        <Reachability node={node} />
      </Suspense>
    ),
  },
} satisfies Record<string, Column<Node>>
