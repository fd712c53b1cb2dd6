import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { publicIps } from '#domain/workloads/workload.ts'
import { freeName } from './edit.ts'
import { deploymentAt, newDeployment, withDeployment, withNode, type Plan, type Spot } from './plan.ts'
import { isMachine, namesIn } from './references.ts'
import { renameWorkload } from './rename.ts'
import { machinesOn, type ContractTerms, type Operation } from './update-operations.ts'
import { versioned } from './update.ts'

/** A way to what a node does not do in place. */
export type Recipe = {
  id: 'new-name' | 'two-steps' | 'new-contract'
  words: string
  /** What is gone for good, each in words. */
  loses: string[]
  plan: Plan
  /** What is to be signed once `plan` runs. */
  after?: Plan
}

/** Where a deployment stands in a plan. */
type Place = Omit<Spot, 'workload'>

/**
 * The ways to an operation that its node refuses; none when it takes it, or when nothing but money helps.
 *
 * Workloads that may not change are removed and made anew, and with them those that name them and may not change either:
 * a machine's logs, the machine of a disk.
 */
export function recipesFor(
  plan: Plan,
  at: Place,
  previous: Deployment,
  operation: Operation,
  terms?: ContractTerms,
): Recipe[] {
  const { kind, problem, workload } = operation
  if (problem === undefined || terms?.state === 'GracePeriod') return []
  if (kind === 'add') return [movedOut(plan, at, previous, workload)]
  const { deployment } = deploymentAt(plan, at)!
  const grows =
    workload.type === 'zmount' && operation.before?.type === 'zmount' && !shrinks(workload, operation.before)
  const first = grows ? machinesOn(previous, workload.name).map(({ name }) => name) : [workload.name]
  const anew = withUsers(deployment, first).filter((name) => deployment.workloads.some((one) => one.name === name))
  const loses = previous.workloads.filter(({ name }) => anew.includes(name)).flatMap(lossOf)
  const names = anew.join(' and ')
  const other = renamed(plan, at, anew)
  return [
    {
      id: 'new-name',
      words: `Make ${names} anew as ${newNames(plan, other, at)}, in one update`,
      loses,
      plan: other,
    },
    ...(isMachine(workload) && frees(deployment, terms) ? [movedOut(plan, at, previous, workload)] : []),
    {
      id: 'two-steps',
      words: `Keep the name: remove ${names} now, add it again after`,
      loses,
      ...twice(plan, at, previous, anew),
    },
  ]
}

/** The names that a deployment has only in the other plan. */
const newNames = (plan: Plan, other: Plan, at: Place): string => {
  const before = deploymentAt(plan, at)!.deployment.workloads.map(({ name }) => name)
  const after = deploymentAt(other, at)!.deployment.workloads.map(({ name }) => name)
  return after.filter((name) => !before.includes(name)).join(' and ')
}

/** Whether the contract would go on paying for an address that nothing under it has. */
const frees = ({ workloads }: Deployment, terms: ContractTerms | undefined) =>
  terms !== undefined && publicIps(workloads) < terms.publicIps

const shrinks = (after: Workload<'zmount'>, before: Workload<'zmount'>) => after.data.size < before.data.size

/** These and all that name them in the same deployment, which have to change with their names. */
function withUsers({ workloads }: Deployment, names: string[]): string[] {
  const users = workloads
    .filter((one) => !names.includes(one.name) && namesIn(one).some(({ name }) => names.includes(name)))
    .map(({ name }) => name)
  return users.length === 0 ? names : withUsers({ workloads } as Deployment, [...names, ...users])
}

/** What goes when a workload is removed; `[]` for what holds nothing. */
export function lossOf({ name, type, data }: Workload): string[] {
  switch (type) {
    case 'zmachine':
    case 'zmachine-light':
      return [`What ${name} keeps on its root disk; it stands still meanwhile`]
    case 'zmount':
    case 'volume':
      return [`Everything on ${name}`]
    case 'zdb':
      return [`Everything in ${name}`]
    case 'qsfs':
      return [`The cache of ${name}; what its databases have stays`]
    case 'ip':
      return data.v4 ? [`The address of ${name}: another one may come`] : []
    case 'ipv4':
      return [`The address of ${name}: another one may come`]
    default:
      return []
  }
}

/** The plan in which these have names that are free, so that the node removes the old ones and adds the new. */
const renamed = (plan: Plan, at: Place, names: string[]): Plan =>
  names.reduce((next, name) => {
    const workload = deploymentAt(next, at)!.deployment.workloads.findIndex((one) => one.name === name)
    return renameWorkload(next, { ...at, workload }, freeName(next, name))
  }, plan)

/** First without them, then with them again. */
function twice(plan: Plan, at: Place, previous: Deployment, names: string[]): Pick<Recipe, 'plan' | 'after'> {
  const without = withDeployment(plan, at, (deployment) => ({
    ...deployment,
    workloads: deployment.workloads.filter(({ name }) => !names.includes(name)),
  }))
  const held = versioned(deploymentAt(without, at)!.deployment, previous)
  const again = withDeployment(plan, at, (deployment) => versioned(deployment, held))
  // The other contracts are what they are after the first.
  return { plan: without, after: only(again, at) }
}

const only = (plan: Plan, at: Place): Plan => ({
  ...plan,
  nodes: [{ ...plan.nodes[at.node]!, deployments: [deploymentAt(plan, at)!] }],
})

/**
 * A public address or a machine, with its machine, disks and logs, in a contract of their own on the same node. Disks do
 * not move between contracts: the new ones are empty.
 */
function movedOut(plan: Plan, at: Place, previous: Deployment, what: Workload): Recipe {
  const { deployment } = deploymentAt(plan, at)!
  const users = withUsers(deployment, [what.name])
  const machines = deployment.workloads.filter((one) => isMachine(one) && users.includes(one.name))
  const needed = machines.flatMap((one) => namesIn(one).map(({ name }) => name))
  const moving = deployment.workloads.filter(({ name }) => users.includes(name) || needed.includes(name))
  const isMoving = ({ name }: { name: string }) => moving.some((one) => one.name === name)
  const fresh = newDeployment(
    moving.map((workload) => ({ ...workload, version: 0 })),
    deployment.metadata,
  )
  const stays = withDeployment(plan, at, (one) => ({ ...one, workloads: one.workloads.filter((w) => !isMoving(w)) }))
  const moved = withNode(stays, at.node, (node) => ({
    ...node,
    deployments: [...node.deployments, { deployment: fresh }],
  }))
  const isEmpty = moving.length === deployment.workloads.length
  return {
    id: 'new-contract',
    words: `Make ${moving.map(({ name }) => name).join(', ')} anew in a contract with ${publicIps(moving)} public IPv4`,
    loses: [
      ...previous.workloads.filter(isMoving).flatMap(lossOf),
      ...(isEmpty ? [`Contract ${deployment.contract_id}, which nothing is left under: cancel it when this runs`] : []),
    ],
    plan: moved,
  }
}
