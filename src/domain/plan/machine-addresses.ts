import type { Workload } from '#domain/deployment/deployment.ts'
import type { PlanFacts } from './facts.ts'
import { networkParts } from './memberships.ts'
import { placed, withWorkload, type Plan, type Spot } from './plan.ts'

type MachineWorkload = Workload<'zmachine'> | Workload<'zmachine-light'>

/** The plan with an address for each machine that has none, and with what its mycelium address is made of. */
export const withAddresses = (plan: Plan, facts: PlanFacts): Plan =>
  machines(plan).reduce(
    (next, { at }) => withWorkload(next, at, (workload) => addressed(next, at, workload, facts)),
    plan,
  )

const machines = (plan: Plan) =>
  placed(plan).filter(
    (one): one is { at: Spot; workload: MachineWorkload } =>
      one.workload.type === 'zmachine' || one.workload.type === 'zmachine-light',
  )

function addressed(plan: Plan, at: Spot, workload: Workload, facts: PlanFacts): Workload {
  if (workload.type !== 'zmachine' && workload.type !== 'zmachine-light') return workload
  const { interfaces, mycelium } = workload.data.network ?? {}
  const joined = interfaces?.[0]
  if (!joined) return workload
  const ip = joined.ip || freeAddress(plan, at, joined.network, facts)
  const network = {
    ...workload.data.network,
    interfaces: [{ ...joined, ip }, ...interfaces.slice(1)],
    ...(mycelium && { mycelium: { ...mycelium, hex_seed: mycelium.hex_seed || myceliumSeed(ip) } }),
  }
  return { ...workload, data: { ...workload.data, network } } as Workload
}

/** From .2 up, what no machine of the plan and none that the node told of has; "" while the subnet is not known. */
function freeAddress(plan: Plan, { node }: Spot, name: string, { networks }: PlanFacts): string {
  const member = networks.data
    ?.find((one) => one.name === name)
    ?.members.find(({ nodeId }) => nodeId === plan.nodes[node]!.node)
  const part = networkParts(plan).find(({ at, workload }) => at.node === node && workload.name === name)
  const base = /^(\d+\.\d+\.\d+)\.\d+\/24$/.exec(part?.workload.data.subnet ?? member?.subnet ?? '')?.[1]
  if (!base) return ''
  const planned = machines(plan)
    .filter(({ at }) => at.node === node)
    .flatMap(({ workload }) => workload.data.network?.interfaces ?? [])
    .filter((joined) => joined.network === name)
  const taken = new Set([...planned.map(({ ip }) => ip), ...(member?.machines ?? [])])
  const last = Array.from({ length: 253 }, (_, i) => i + 2).find((octet) => !taken.has(`${base}.${octet}`))
  return last === undefined ? '' : `${base}.${last}`
}

/**
 * Of a machine's address in mycelium, from the last two parts of its own: `10.20.2.3 → 000002000003`; "" while it has none.
 *
 * Source: tfgrid-sdk-ts grid_client 2.9.2, high_level/machine.ts
 */
const myceliumSeed = (ip: string): string =>
  ip
    .split('.')
    .slice(2)
    .map((part) => Number(part).toString(16).padStart(6, '0'))
    .join('')
