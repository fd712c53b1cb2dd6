import type { Records } from './records.ts'
import type { NodeJson, NodeRow } from './rows.ts'

const nodeFigures = () => ({
  nodes: 0,
  totalCru: 0,
  totalSru: 0,
  totalMru: 0,
  totalHru: 0,
  accessNodes: 0,
  gateways: 0,
  gpus: 0,
  dedicatedNodes: 0,
  workloads_number: 0,
})

function count(figures: ReturnType<typeof nodeFigures>, node: NodeJson): void {
  const { total_resources: total, publicConfig, rentable, rented } = node
  // Upstream takes every node with a public config for both, by a COUNT over a boolean; that is mended here.
  const isAccess = publicConfig.ipv4 !== '' || publicConfig.ipv6 !== ''
  figures.nodes++
  figures.totalCru += total.cru
  figures.totalSru += total.sru
  figures.totalMru += total.mru
  figures.totalHru += total.hru
  figures.accessNodes += Number(isAccess)
  figures.gateways += Number(isAccess && publicConfig.domain !== '')
  // Nodes with a card, not cards.
  figures.gpus += Number(node.num_gpu > 0)
  // Unlike a node's own flag, without those that only cost a fee.
  figures.dedicatedNodes += Number(rentable || rented)
  figures.workloads_number += node.cpu_benchmark.workloads
}

/** The grid in figures. Only those of nodes heed `include`. */
export function stats(records: Records, include: (row: NodeRow) => boolean) {
  const figures = nodeFigures()
  const countries = new Map<string, number>()
  for (const row of records.nodes()) {
    if (!include(row)) continue
    count(figures, row.json)
    countries.set(row.json.country, (countries.get(row.json.country) ?? 0) + 1)
  }
  const nodesDistribution = Object.fromEntries(countries)
  return { ...figures, ...records.counts, countries: countries.size, nodesDistribution }
}
