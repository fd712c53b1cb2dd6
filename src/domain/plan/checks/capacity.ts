import { minus, type Capacity } from '#domain/capacity.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { upgrade } from '#domain/deployment/upgrade.ts'
import { bytes, showBytes } from '#domain/units.ts'
import { capacity, isWorkloadType, totalCapacity } from '#domain/workloads/workload.ts'
import type { Check } from '../check.ts'
import type { NodeFacts, PlanFacts } from '../facts.ts'
import { isUpdate, type Plan, type PlanDeployment } from '../plan.ts'
import { versioned } from '../update.ts'
import { instead } from './node.ts'
import { freeOn, homeless, piecesOf } from './pools.ts'
import { aboutNode } from './row.ts'

/** Whether all that goes to a node fits on it together. */
export function capacityChecks(plan: Plan, facts: PlanFacts): Check[] {
  const ids = [...new Set(plan.nodes.flatMap(({ node }) => node ?? []))]
  const rows = ids.flatMap((id) => {
    const told = facts.nodes.get(id)
    return told ? nodeRoom(plan, facts, id, told) : []
  })
  const known = rows.filter(({ state }) => state !== 'ok')
  return known.length === 0 ? rows.slice(0, 1) : known
}

/** What the plan makes on a node, what it takes away for that, and of what changes how it was. */
type Step = { made: Workload[]; gone: Workload[] }

function stepOf({ deployment }: PlanDeployment, held: ReadonlyMap<number, Deployment>): Step {
  const isKnown = ({ type }: Workload) => isWorkloadType(type)
  if (!isUpdate({ deployment })) return { made: deployment.workloads.filter(isKnown), gone: [] }
  const before = held.get(Number(deployment.contract_id))
  if (!before) return { made: [], gone: [] }
  const { removals, additions, changes } = upgrade(before, versioned(deployment, before))
  const changed = before.workloads.filter(({ name }) => changes.some((one) => one.name === name))
  return { made: [...additions, ...changes].filter(isKnown), gone: [...removals, ...changed].filter(isKnown) }
}

function nodeRoom(plan: Plan, facts: PlanFacts, id: number, told: NodeFacts): Check[] {
  const i = plan.nodes.findIndex(({ node }) => node === id)
  const node = told.node.data
  if (!node) return []
  const isAsking = !facts.need && !told.ports.error && !(told.capacity.data ?? told.capacity.error)
  if (isAsking) return [aboutNode('wait', 'room', i, `Asking node ${id} what is free`)]
  const steps = plan.nodes.flatMap((one) =>
    one.node === id ? one.deployments.map((each) => stepOf(each, facts.held.data ?? new Map())) : [],
  )
  const made = steps.flatMap((step) => step.made)
  const gone = steps.flatMap((step) => step.gone)
  // What GridProxy knows is a little older.
  const free = minus(told.capacity.data?.total ?? node.total, told.capacity.data?.used ?? node.used)
  const lacking = [memoryLack(free, made, gone), ...diskLacks(told, free, made, gone)].filter(
    (one) => one !== undefined,
  )
  if (lacking.length === 0) return [aboutNode('ok', 'room', i, 'Cores, memory and disk fit')]
  return [
    aboutNode(
      'fail',
      'room',
      i,
      plan.nodes.length > 1 ? `It does not fit on node ${id}` : 'It does not fit on the node',
      {
        detail: lacking.join(', '),
        ...instead(plan, i, told),
      },
    ),
  ]
}

/** Source: zosbase pkg/primitives/statistics.go hasEnoughCapacity */
function memoryLack(free: Capacity, made: readonly Workload[], gone: readonly Workload[]): string | undefined {
  const wanted = totalCapacity(made).mru - totalCapacity(gone).mru
  return wanted > Math.max(0, free.mru)
    ? `${showBytes(bytes(wanted))} of memory is wanted and ${showBytes(bytes(Math.max(0, free.mru)))} is free`
    : undefined
}

function diskLacks(told: NodeFacts, free: Capacity, made: readonly Workload[], gone: readonly Workload[]) {
  const pools = told.pools.data ?? [
    { kind: 'ssd' as const, size: free.sru, used: bytes(0) },
    { kind: 'hdd' as const, size: free.hru, used: bytes(0) },
  ]
  const lost = homeless(made, piecesOf(gone), pools)
  if (!lost) return []
  const kind = lost.type === 'zdb' ? 'hdd' : 'ssd'
  const { sru, hru } = capacity(lost)
  const { all, most } = freeOn(pools, kind)
  const left =
    most < all ? `${showBytes(all)} is free, at most ${showBytes(most)} on one disk` : `${showBytes(all)} is free`
  const all3 = totalCapacity(made)
  const wanted = bytes(kind === 'hdd' ? all3.hru : all3.sru)
  return [
    `${showBytes(wanted)} of ${kind.toUpperCase()} is wanted and ${left}` +
      (wanted > all ? '' : `: no room for the ${showBytes(bytes(kind === 'hdd' ? hru : sru))} of ${lost.name}`),
  ]
}
