import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { showTft, showUsd } from '#domain/money.ts'
import type { Terms } from '#domain/node-price.ts'
import { deployProblem, free, type Node } from '#domain/node.ts'
import { bytes, showBytes, showNumber } from '#domain/units.ts'
import { roughSpan } from '#ui/Ago.tsx'
import { Bar } from '#ui/Bar.tsx'
import { Flag } from '#ui/Flag.tsx'
import { cardName } from './card-name.ts'
import { placeOf } from './NodeHeading.tsx'
import { NodeState } from './NodeState.tsx'
import { showMonth } from './terms.ts'

/** One line of a comparison. Nodes differ in it when its `words` do; `cell` draws it where words are not enough. */
export type CompareFact = { name: string; words: (node: Node) => string; cell?: (node: Node) => ReactNode }

const yesNo = (yes: boolean) => (yes ? 'Yes' : 'No')
const none = (text: string) => (text === '' ? 'None' : text)
const size = (n: number) => showBytes(bytes(n))
const speed = (bitsPerSecond: number) =>
  bitsPerSecond === 0 ? 'Not measured' : `${showNumber(bitsPerSecond / 1_000_000)} Mbit/s`

type Kind = 'cru' | 'mru' | 'sru' | 'hru'

/** What is free of what there is, in figures and as a bar. */
function capacity(name: string, kind: Kind, show: (n: number) => string): CompareFact {
  const words = (node: Node) =>
    node.total[kind] === 0 ? 'None' : `${show(Math.max(0, free(node)[kind]))} of ${show(node.total[kind])}`
  return {
    name,
    words,
    cell: (node) => (
      <span className="flex max-w-[180px] flex-col gap-1.5">
        {words(node)}
        {node.total[kind] > 0 && <Bar total={node.total[kind]} used={node.total[kind] - free(node)[kind]} />}
      </span>
    ),
  }
}

function tenancy({ rentedByTwinId, inDedicatedFarm, extraFeeMilliUsdPerMonth }: Node): string {
  if (rentedByTwinId !== 0) return `Rented whole by twin ${rentedByTwinId}`
  return inDedicatedFarm || extraFeeMilliUsdPerMonth > 0 ? 'Only let whole' : 'Shared'
}

/** Several cards of a kind are told once: `2 × NVIDIA RTX 4090`. */
function cards({ gpus }: Node): string {
  const names = gpus.map(cardName)
  const free = gpus.filter(({ contractId }) => contractId === 0).length
  const kinds = [...new Set(names)].map((name) => {
    const count = names.filter((one) => one === name).length
    return count === 1 ? name : `${count} × ${name}`
  })
  return gpus.length === 0 ? 'None' : `${kinds.join(', ')}; ${free} free`
}

/** What people choose by, the most telling first. */
export const compareFacts = (terms: Terms | undefined, twinId: number | undefined): CompareFact[] => [
  { name: 'Status', words: ({ status }) => status, cell: ({ status }) => <NodeState status={status} /> },
  { name: 'Last health check', words: ({ healthy }) => (healthy ? 'Passed' : 'Failed') },
  {
    name: 'Price, whole node',
    words: (node) => showMonth(node, terms).usd,
    cell: (node) => {
      const { tft, usd, price } = showMonth(node, terms)
      return (
        <>
          <div>{tft === undefined ? usd : `${tft} TFT`} a month</div>
          {price && (
            <div className="font-normal text-ink-3">
              {usd}; {showTft(price.hourly, 4)} TFT an hour
            </div>
          )}
        </>
      )
    },
  },
  {
    name: 'Extra fee in it',
    words: ({ extraFeeMilliUsdPerMonth: fee }) => (fee === 0 ? 'None' : showUsd(fee / 1000)),
  },
  { name: 'Use', words: tenancy },
  capacity('Free vCPU', 'cru', showNumber),
  capacity('Free memory', 'mru', size),
  capacity('Free SSD', 'sru', size),
  capacity('Free HDD', 'hru', size),
  { name: 'GPU', words: cards },
  {
    name: 'Place',
    words: placeOf,
    cell: (node) => (
      <span className="inline-flex items-center gap-2">
        <Flag country={node.country} />
        {placeOf(node)}
      </span>
    ),
  },
  {
    name: 'Farm',
    words: ({ farmId }) => String(farmId),
    cell: ({ farmId, farmName }) => (
      <Link to="/farms/$farmId" params={{ farmId: String(farmId) }} className="link wrap-anywhere">
        {farmName}
      </Link>
    ),
  },
  { name: 'Up for', words: ({ status, uptimeSeconds }) => (status === 'up' ? roughSpan(uptimeSeconds) : 'Not up') },
  { name: 'Certified hardware', words: ({ certified }) => yesNo(certified) },
  { name: 'Own IPv4', words: ({ publicConfig }) => none(publicConfig.ipv4), cell: address('ipv4') },
  { name: 'Own IPv6', words: ({ publicConfig }) => none(publicConfig.ipv6), cell: address('ipv6') },
  { name: 'Domain', words: ({ publicConfig }) => none(publicConfig.domain), cell: address('domain') },
  { name: 'Free IPv4 of the farm', words: ({ freeFarmIps }) => String(freeFarmIps) },
  { name: 'ZOS', words: ({ features }) => (features.includes('zmachine') ? 'Full' : 'Light') },
  {
    name: 'Features',
    words: ({ features }) => features.toSorted().join(', '),
    cell: ({ features }) => <span className="text-small">{none(features.toSorted().join(', '))}</span>,
  },
  { name: 'Download', words: (node) => speed(node.speed.download) },
  { name: 'Upload', words: (node) => speed(node.speed.upload) },
  { name: 'Processor', words: ({ hardware }) => hardware.processor || 'Not told' },
  { name: 'A machine of yours', words: (node) => deployProblem(node, twinId) ?? 'Can go here' },
]

/** Addresses are long: they break wherever they must. */
function address(name: 'ipv4' | 'ipv6' | 'domain') {
  return ({ publicConfig }: Node) =>
    publicConfig[name] === '' ? 'None' : <span className="mono wrap-anywhere">{publicConfig[name]}</span>
}

/** Whether these nodes are not all the same in it. */
export const differsIn = ({ words }: CompareFact, nodes: readonly Node[]): boolean => new Set(nodes.map(words)).size > 1
