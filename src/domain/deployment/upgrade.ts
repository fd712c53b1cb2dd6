import { isUpdatable } from '#domain/workloads/workload.ts'
import type { Deployment, Workload } from './deployment.ts'

/** What a node has to do to get from the deployment it holds to the next version of it. */
export type Upgrade<Held extends Workload = Workload> = { removals: Held[]; additions: Workload[]; changes: Workload[] }

/** What a node holds: its version, and the workloads that were not removed, failed ones among them. */
export type Holding<Held extends Workload = Workload> = { version: number; workloads: readonly Held[] }

/**
 * What a node says of an update before it takes it; `undefined` when it takes it.
 *
 * Source: zosbase pkg/gridtypes/deployment.go Upgrade, pkg/provision/engine.go Update
 */
export function upgradeProblem(held: Holding, next: Deployment): string | undefined {
  const version = held.version + 1
  const said = (words: string) => `${words}: upgrade validation error`
  if (next.version !== version) return said(`expecting deployment version ${version}, got ${next.version}`)
  for (const workload of next.workloads) {
    const { name, type } = workload
    const older = named(held, name)
    if (!older && workload.version !== version)
      return said(`invalid version number for workload '${name}' expected '${version}'`)
    if (older && older.type !== type) return said(`cannot change workload type '${name}'`)
    if (older && workload.version === version && !isUpdatable(type))
      return said(`workload '${type}' does not support upgrade`)
  }
  return undefined
}

/**
 * The operations of an update that the node takes. Workloads of an older version stay as they are, whatever `next` says
 * of them.
 */
export const upgrade = <Held extends Workload>(held: Holding<Held>, next: Deployment): Upgrade<Held> => ({
  removals: held.workloads.filter(({ name }) => !next.workloads.some((workload) => workload.name === name)),
  additions: next.workloads.filter(({ name }) => !named(held, name)),
  changes: next.workloads.filter(({ name, version }) => named(held, name) && version === held.version + 1),
})

const named = ({ workloads }: Holding, name: string) => workloads.find((workload) => workload.name === name)
