import { publicIps } from '#domain/workloads/workload.ts'
import { day, genesisTime } from '../../world/time.ts'
import { isOkay } from '../deployments.ts'
import type { SimulatedNode } from '../simulated-node.ts'
import type { Commands } from './command.ts'
import { seeded } from './seeded.ts'
import { workloadsOf } from './workloads.ts'

/** Source: zosbase pkg/primitives/statistics.go GetCounters; `used` includes what is ZOS's own. */
export function statistics(node: SimulatedNode) {
  const { contracts, system, used } = node.usage
  const workloads = workloadsOf(node)
  const times = workloads.map(({ result }) => result.created)
  const dice = seeded(node.world, 'statistics')
  const before = contracts > 0 ? genesisTime - dice.whole(0, 60 * day) : 0
  return {
    total: { ...node.world.chain.resources, ipv4u: 0 },
    used: { ...used, ipv4u: publicIps(workloads.filter(isOkay)) },
    system: { ...system, ipv4u: 0 },
    users: {
      deployments: contracts,
      workloads: contracts + workloads.length,
      last_deployment_timestamp: Math.max(before, ...times),
    },
    open_connections: dice.whole(8, 60),
  }
}

export const statisticsCommands: Commands = { 'zos.statistics.get': ({ node }) => statistics(node) }
