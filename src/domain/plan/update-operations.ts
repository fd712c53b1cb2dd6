import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { upgrade } from '#domain/deployment/upgrade.ts'
import type { Problem } from '#domain/problem.ts'
import { isUpdatable, publicIps } from '#domain/workloads/workload.ts'
import { typeName } from '#domain/workloads/words.ts'
import { versioned } from './update.ts'

/** One thing that a node does to get from what it holds to the next version. */
export type Operation = {
  kind: 'add' | 'change' | 'remove'
  /** As it is to be; of what is removed, as it was. */
  workload: Workload
  before?: Workload
  /** Why the node does not do it: the rest of the update happens without it, or none of it does. */
  problem?: NonNullable<Problem>
  /** What else to know of it. */
  note?: string
}

/** What a contract says beside its deployment: it cannot be changed in grace, and has a fixed number of addresses. */
export type ContractTerms = { state: 'Created' | 'GracePeriod' | 'Deleted'; publicIps: number }

/** What `next` has the node do, removals first, as it does them. */
export function operationsOf(previous: Deployment, next: Deployment, terms?: ContractTerms): Operation[] {
  const { removals, additions, changes } = upgrade(previous, versioned(next, previous))
  const inGrace = terms?.state === 'GracePeriod' ? grace : undefined
  const change = (workload: Workload): Operation => {
    const before = previous.workloads.find(({ name }) => name === workload.name)!
    const problem = inGrace ?? changeProblem(before, workload, previous, next)
    return { kind: 'change', workload, before, ...(problem && { problem }) }
  }
  const add = (workload: Workload): Operation => {
    const problem = inGrace ?? addressProblem(workload, next, terms)
    return { kind: 'add', workload, ...(problem && { problem }) }
  }
  return [
    ...removals.map((workload): Operation => ({
      kind: 'remove',
      workload,
      ...(inGrace && { problem: inGrace }),
      ...(hasAddress(workload) && { note: 'The contract keeps the address reserved, and pays for it until it ends' }),
    })),
    ...changes.map(change),
    ...additions.map(add),
  ]
}

/** Source: tfchain pallet-smart-contract update_node_contract */
const grace = {
  said: 'CannotUpdateContractInGraceState',
  words: 'The contract is out of funds. Add TFT to the account: it can be changed once it is paid for',
}

/**
 * Why a node does not change a workload while it runs.
 *
 * Source: zosbase pkg/gridtypes/deployment.go Upgrade; pkg/primitives zmount, volume, zdb
 */
function changeProblem(before: Workload, after: Workload, previous: Deployment, next: Deployment): Problem {
  const { name } = after
  if (before.type !== after.type)
    return {
      said: `cannot change workload type '${name}'`,
      words: `${name} stays a ${typeName[before.type].toLowerCase()}`,
    }
  if (!isUpdatable(after.type))
    return {
      said: `workload '${after.type}' does not support upgrade`,
      words: `Nodes do not change a ${typeName[after.type].toLowerCase()} while it is there: it has to be made anew`,
    }
  switch (after.type) {
    case 'zmount':
      return diskProblem(before as Workload<'zmount'>, after, previous, next)
    case 'volume':
      return volumeProblem(before as Workload<'volume'>, after)
    case 'zdb':
      return databaseProblem(before as Workload<'zdb'>, after)
    default:
      return undefined
  }
}

function diskProblem(
  before: Workload<'zmount'>,
  after: Workload<'zmount'>,
  previous: Deployment,
  next: Deployment,
): Problem {
  if (after.data.size < before.data.size)
    return { said: 'not safe to shrink a disk', words: `${after.name} only grows: what is on it might be cut off` }
  const users = machinesOn(previous, after.name).filter(({ name }) => next.workloads.some((one) => one.name === name))
  if (after.data.size === before.data.size || users.length === 0) return undefined
  return {
    said: 'disk is mounted, please delete the VM first',
    words: `${after.name} cannot grow while ${users.map(({ name }) => name).join(' and ')} has it mounted`,
  }
}

/** The machines that have a disk mounted. Nodes do not look at light machines here. */
export const machinesOn = ({ workloads }: Deployment, disk: string): Workload<'zmachine'>[] =>
  workloads.filter(
    (one): one is Workload<'zmachine'> =>
      one.type === 'zmachine' && (one.data.mounts ?? []).some(({ name }) => name === disk),
  )

const volumeProblem = (before: Workload<'volume'>, after: Workload<'volume'>): Problem =>
  after.data.size < before.data.size
    ? {
        said: `cannot shrink volume to be less than provisioned space. old: ${before.data.size}, requested: ${after.data.size}`,
        words: `${after.name} only grows`,
      }
    : undefined

function databaseProblem(before: Workload<'zdb'>, after: Workload<'zdb'>): Problem {
  if (before.data.mode !== after.data.mode)
    return { said: 'cannot change namespace mode', words: `${after.name} keeps the mode that it was made with` }
  if (after.data.size < before.data.size)
    return { said: 'cannot shrink zdb namespace', words: `${after.name} only grows` }
  return undefined
}

/** The chain fixed how many addresses the contract has when it was made. */
function addressProblem(workload: Workload, next: Deployment, terms: ContractTerms | undefined): Problem {
  const wanted = publicIps(next.workloads)
  if (!hasAddress(workload) || terms === undefined || wanted <= terms.publicIps) return undefined
  return {
    said: `required ${wanted} ips while contract has ${terms.publicIps} ip reserved`,
    words: 'A contract keeps the number of public IPv4 addresses that it was made with: it takes a new one',
  }
}

const hasAddress = (workload: Workload) => publicIps([workload]) > 0
