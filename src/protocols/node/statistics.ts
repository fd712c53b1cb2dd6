import { z } from 'zod'
import type { Capacity } from '#domain/capacity.ts'
import { bytes } from '#domain/units.ts'
import { decode } from '#protocols/decode.ts'
import type { NodeLine } from './line.ts'

const counted = z.object({ cru: z.number(), sru: z.number(), hru: z.number(), mru: z.number(), ipv4u: z.number() })

/** Source: zosbase pkg/primitives/statistics.go */
export const statistics = z.object({
  total: counted,
  used: counted,
  system: counted,
  users: z.object({
    deployments: z.number(),
    workloads: z.number(),
    // Older nodes do not tell.
    last_deployment_timestamp: z.number().optional(),
  }),
  open_connections: z.number().optional(),
})

/** What a node has and what of it is taken, by its own count. `used` includes `system`. Times are unix seconds. */
export type Statistics = {
  total: Capacity
  used: Capacity
  system: Capacity
  publicIps: number
  deployments: number
  workloads: number
  lastDeploymentAt: number | undefined
  connections: number | undefined
}

export async function getStatistics(node: NodeLine): Promise<Statistics> {
  const told = decode(statistics, await node.ask('zos.statistics.get'), node.name)
  return {
    total: toCapacity(told.total),
    used: toCapacity(told.used),
    system: toCapacity(told.system),
    publicIps: told.used.ipv4u,
    deployments: told.users.deployments,
    workloads: told.users.workloads,
    // 0, where nothing was ever deployed.
    lastDeploymentAt: told.users.last_deployment_timestamp || undefined,
    connections: told.open_connections,
  }
}

const toCapacity = ({ cru, mru, sru, hru }: z.output<typeof counted>): Capacity => ({
  cru,
  mru: bytes(mru),
  sru: bytes(sru),
  hru: bytes(hru),
})
