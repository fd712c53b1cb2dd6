import type { Terms } from '#domain/node-price.ts'
import { nodePrice } from '#domain/node-price.ts'
import { free, type Node } from '#domain/node.ts'
import type { Capacity } from '#domain/capacity.ts'
import { toCsv, type CsvValue } from '#features/lists/csv.ts'
import { cardName } from './card-name.ts'
import { monthlyUsd } from './monthly-price.ts'
import { useOf, zosOf } from './more-columns.tsx'
import type { ColumnId } from './node-column-ids.ts'

type Cells = Record<string, CsvValue>

const sizes = (name: string, part: keyof Capacity) => (node: Node) => ({
  [`Free ${name} (bytes)`]: free(node)[part],
  [`${name[0]!.toUpperCase()}${name.slice(1)} (bytes)`]: node.total[part],
})

/** What stands in each column, with names for a machine: whole figures, the unit in the header. */
const cells: Record<ColumnId, (node: Node, terms: Terms | undefined) => Cells> = {
  status: ({ status }) => ({ Status: status }),
  farm: ({ farmName, farmId }) => ({ Farm: farmName, 'Farm id': farmId }),
  place: ({ city, country }) => ({ City: city, Country: country }),
  cpu: (node) => ({ 'Free vCPU': free(node).cru, vCPU: node.total.cru }),
  memory: sizes('memory', 'mru'),
  ssd: sizes('SSD', 'sru'),
  hdd: sizes('HDD', 'hru'),
  gpu: ({ gpus }) => ({
    GPUs: gpus.length,
    'Free GPUs': gpus.filter(({ contractId }) => contractId === 0).length,
    'GPU models': gpus.map(cardName).join('; '),
  }),
  ips: ({ freeFarmIps }) => ({ 'Free public IPv4 of the farm': freeFarmIps }),
  price: (node, terms) => {
    if (!terms) return { 'Price (USD/month)': monthlyUsd(node) }
    const { hourly, monthly, monthlyUsd: usd } = nodePrice(node, terms)
    return {
      'Price (TFT/month)': Number(monthly) / 1e7,
      'Price (TFT/hour)': Number(hourly) / 1e7,
      'Price (USD/month)': Number(usd.toFixed(4)),
    }
  },
  uptime: ({ uptimeSeconds }) => ({ 'Uptime (s)': uptimeSeconds }),
  country: ({ country }) => ({ Country: country }),
  city: ({ city }) => ({ City: city }),
  health: ({ healthy }) => ({ Healthy: healthy }),
  use: (node) => ({ Use: useOf(node) }),
  fee: (node) => ({ 'Extra fee (USD/month)': node.extraFeeMilliUsdPerMonth / 1000 }),
  certified: ({ certified }) => ({ Certified: certified }),
  zos: (node) => ({ ZOS: zosOf(node) }),
  ipv4: ({ publicConfig }) => ({ 'Own IPv4': publicConfig.ipv4 }),
  ipv6: ({ publicConfig }) => ({ 'Own IPv6': publicConfig.ipv6 }),
  domain: ({ publicConfig }) => ({ Domain: publicConfig.domain }),
  download: ({ speed }) => ({ 'Download (bit/s)': speed.download }),
  upload: ({ speed }) => ({ 'Upload (bit/s)': speed.upload }),
  processor: ({ hardware }) => ({ Processor: hardware.processor }),
  reported: ({ updatedAt }) => ({ 'Last report': new Date(updatedAt * 1000).toISOString() }),
  twin: ({ twinId }) => ({ Twin: twinId }),
  // Asked of the nodes whose rows are looked at, so there is nothing to write down.
  reach: () => ({}),
}

/** These nodes in these columns, as a CSV file. */
export function nodesCsv(nodes: readonly Node[], columns: readonly ColumnId[], terms: Terms | undefined): string {
  const rows = nodes.map((node) =>
    columns.reduce<Cells>((row, id) => ({ ...row, ...cells[id](node, terms) }), { Node: node.id }),
  )
  return toCsv([Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))])
}
