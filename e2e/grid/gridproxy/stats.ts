import { add, none } from '#domain/capacity.ts'
import type { Records } from './records.ts'
import type { NodeRow } from './rows.ts'

/** The grid in figures. Only those of nodes heed `include`. */
export function stats(records: Records, include: (row: NodeRow) => boolean) {
  const nodes = records
    .nodes()
    .filter(include)
    .map(({ json }) => json)
  const total = nodes.map((node) => node.total_resources).reduce(add, none)
  const countries = new Map<string, number>()
  for (const { country } of nodes) countries.set(country, (countries.get(country) ?? 0) + 1)
  // Upstream counts both as all nodes with a public config (facts §12: better mend than copy).
  const access = nodes.filter(({ publicConfig }) => publicConfig.ipv4 !== '' || publicConfig.ipv6 !== '')
  return {
    nodes: nodes.length,
    farms: records.farms.length,
    countries: countries.size,
    totalCru: total.cru,
    totalSru: total.sru,
    totalMru: total.mru,
    totalHru: total.hru,
    publicIps: records.publicIps().length,
    accessNodes: access.length,
    gateways: access.filter(({ publicConfig }) => publicConfig.domain !== '').length,
    twins: records.twinCount(),
    contracts: records.contracts().length,
    nodesDistribution: Object.fromEntries(countries),
    gpus: nodes.filter(({ num_gpu }) => num_gpu > 0).length,
    dedicatedNodes: nodes.filter(({ rentable, rented }) => rentable || rented).length,
    workloads_number: nodes.reduce((sum, { cpu_benchmark }) => sum + cpu_benchmark.workloads, 0),
  }
}
