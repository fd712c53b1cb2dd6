import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { isUpdatable } from '#domain/workloads/workload.ts'
import { Refusal } from '../relay/peer.ts'
import type { Kept, Report } from './deployments.ts'

export type Upgrade = { removals: Report[]; additions: Workload[]; changes: Workload[] }

const refuse = (said: string) => new Refusal(`${said}: upgrade validation error`)

/**
 * What has to be done to get from what is kept to `next`. Workloads of an older version stay as they are, whatever `next`
 * says of them.
 *
 * Source: zosbase pkg/gridtypes/deployment.go Upgrade, pkg/provision/engine.go Update
 * @throws Refusal in the node's words
 */
export function upgrade({ deployment, workloads }: Kept, next: Deployment): Upgrade {
  const version = deployment.version + 1
  if (next.version !== version) throw refuse(`expecting deployment version ${version}, got ${next.version}`)
  for (const workload of next.workloads) {
    const older = workloads.get(workload.name)
    if (!older && workload.version !== version)
      throw refuse(`invalid version number for workload '${workload.name}' expected '${version}'`)
    if (older && older.type !== workload.type) throw refuse(`cannot change workload type '${workload.name}'`)
    if (older && workload.version === version && !isUpdatable(workload.type))
      throw refuse(`workload '${workload.type}' does not support upgrade`)
  }
  return {
    removals: [...workloads.values()].filter(({ name }) => !next.workloads.some((workload) => workload.name === name)),
    additions: next.workloads.filter(({ name }) => !workloads.has(name)),
    changes: next.workloads.filter((workload) => workloads.has(workload.name) && workload.version === version),
  }
}
