import type { Workload } from '#domain/deployment/deployment.ts'
import type { Check } from '../check.ts'
import type { PlanFacts } from '../facts.ts'
import { deploymentAt, placed, type Placed, type Plan, type Spot } from '../plan.ts'
import { dependants, find, isDisk, isGateway, isMachine, namesIn } from '../references.ts'
import { withField } from './field.ts'
import { networkAt, networksOn } from './networks-at.ts'
import { about, fix } from './row.ts'

/** Whether what workloads name is there, and of the right kind; and whether anything needs what is paid for. */
export const referenceChecks = (plan: Plan, facts: PlanFacts): Check[] =>
  placed(plan).flatMap((one) => [
    ...mountChecks(plan, one),
    ...publicIpChecks(plan, one),
    ...networkChecks(plan, facts, one),
    ...holeChecks(plan, one),
    ...idleChecks(plan, one),
  ])

function mountChecks(plan: Plan, { at, workload }: Placed): Check[] {
  if (workload.type !== 'zmachine' && workload.type !== 'zmachine-light') return []
  const mounts = workload.data.mounts ?? []
  return mounts.flatMap(({ name }, i) => {
    const found = find(plan, at, name, 'mount')
    if (found && isDisk(found.workload)) return []
    const words = found ? `“${name}” is no disk` : `there is no “${name}” in its contract`
    const less = mounts.filter((_, k) => k !== i)
    return about(plan, 'fail', `mount ${i}`, at, `mounts.${i}.name`, words, {
      detail: 'A machine mounts disks, volumes and quantum-safe file systems of its own contract',
      ...fix('Take it off', withField(plan, at, 'mounts', less)),
    })
  })
}

/** That it is there at all is looked at before, in `request.ts`. */
function publicIpChecks(plan: Plan, { at, workload }: Placed): Check[] {
  if (workload.type === 'zmachine-light') return lightMachineChecks(plan, at, workload)
  const name = workload.type === 'zmachine' ? workload.data.network?.public_ip : undefined
  const found = name && find(plan, at, name, 'public ip')
  if (!found || found.workload.type === 'ip' || found.workload.type === 'ipv4') return []
  return [
    about(plan, 'fail', 'public ip', at, 'network.public_ip', `“${name}” is no public IP`, {
      ...fix('Go without', withField(plan, at, 'network.public_ip', '')),
    }),
  ]
}

/** What a machine on a full node had stays written when it goes to a light one. */
function lightMachineChecks(plan: Plan, at: Spot, { data: { network } }: Workload<'zmachine-light'>): Check[] {
  const { public_ip, planetary } = (network ?? {}) as { public_ip?: string; planetary?: boolean }
  const without = (rule: string, field: string, words: string, value: unknown) =>
    about(plan, 'warn', rule, at, field, words, fix('Go without', withField(plan, at, field, value)))
  return [
    ...(public_ip ? [without('public ip', 'network.public_ip', 'nodes with ZOS light give none', '')] : []),
    ...(planetary ? [without('planetary', 'network.planetary', 'nodes with ZOS light are not in it', false)] : []),
  ]
}

/** Which networks a workload needs on its node, by the member that names each. */
function networksNeeded(workload: Workload): { field: string; name: string }[] {
  if (workload.type === 'zmachine' || workload.type === 'zmachine-light') {
    const { interfaces, mycelium } = workload.data.network ?? {}
    const joined = mycelium?.network ?? mycelium?.Network
    return [
      ...(interfaces ?? []).map(({ network }, i) => ({ field: `network.interfaces.${i}.network`, name: network })),
      ...(joined === undefined || interfaces?.some(({ network }) => network === joined)
        ? []
        : [{ field: 'network.mycelium.network', name: joined }]),
    ]
  }
  if (workload.type !== 'gateway-name-proxy' && workload.type !== 'gateway-fqdn-proxy') return []
  return typeof workload.data.network === 'string' ? [{ field: 'network', name: workload.data.network }] : []
}

function networkChecks(plan: Plan, facts: PlanFacts, { at, workload }: Placed): Check[] {
  const { node } = plan.nodes[at.node]!
  return networksNeeded(workload).flatMap(({ field, name }) => {
    const row = (state: Check['state'], words: string, more: Pick<Check, 'detail' | 'fix'> = {}) =>
      about(plan, state, `network ${field}`, at, field, words, more)
    if (isGateway(workload) && name === '')
      return row('fail', 'it has no name', fix('Go without', withField(plan, at, field, null)))
    const { data: found, error } = networkAt(plan, facts, at, name)
    if (found?.mycelium === false && myceliumOf(workload) === name)
      return row('fail', `“${name}” has no mycelium`, {
        ...fix('Go without', withField(plan, at, 'network.mycelium', null)),
      })
    if (found) return []
    if (found === undefined)
      return error
        ? row('warn', `nobody tells whether “${name}” is on node ${node}`)
        : row('wait', `looking for “${name}” on node ${node}`)
    const [other] = networksOn(plan, at.node)
    return row(
      'fail',
      `${name ? `“${name}”` : 'its network'} is not on ${node === null ? 'its node' : `node ${node}`}`,
      {
        detail: isGateway(workload)
          ? 'Private addresses are reached only from within'
          : 'Add the network to the node first',
        ...(other && fix(`Join ${other.workload.name}`, joining(plan, at, field, other.workload.name))),
      },
    )
  })
}

const myceliumOf = (workload: Workload) => {
  if (workload.type !== 'zmachine' && workload.type !== 'zmachine-light') return undefined
  const { mycelium } = workload.data.network ?? {}
  return mycelium?.network ?? mycelium?.Network
}

/** The plan in which a member names another network, the machine's mycelium with it. */
function joining(plan: Plan, at: Spot, field: string, name: string): Plan {
  const joined = withField(plan, at, field, name)
  const workload = deploymentAt(plan, at)!.deployment.workloads[at.workload]!
  return isMachine(workload) && myceliumOf(workload) !== undefined
    ? withField(joined, at, 'network.mycelium.network', name)
    : joined
}

/** Names in `{vm1.ip}` that nothing in the plan has. */
const holeChecks = (plan: Plan, { at, workload }: Placed): Check[] =>
  namesIn(workload)
    .filter(({ name, as }) => (as === 'backend' || as === 'address') && !find(plan, at, name, as))
    .map(({ name, as }) => {
      const field = isMachine(workload) ? 'env' : workload.type === 'qsfs' ? 'config' : 'backends'
      // An environment may well have such a text for a program's own ends.
      return as === 'address'
        ? about(plan, 'warn', `hole ${name}`, at, field, `the plan has no gateway or machine “${name}”`, {
            detail: 'The text goes to the machine as it is',
          })
        : about(plan, 'fail', `hole ${name}`, at, field, `the plan has no workload “${name}”`)
    })

/** Disks and addresses that nothing uses; those that run already are not our business. */
function idleChecks(plan: Plan, { at, workload }: Placed): Check[] {
  const isIp = workload.type === 'ip' || workload.type === 'ipv4'
  if (!isIp && !isDisk(workload)) return []
  const users = dependants(plan, at)
  if (users.length === 0)
    return [
      about(plan, 'warn', 'idle', at, 'name', isIp ? 'no machine has it' : 'no machine mounts it', {
        detail: 'It is paid for all the same',
      }),
    ]
  return workload.type === 'zmount' && users.length > 1
    ? [about(plan, 'warn', 'shared', at, 'name', `${users.length} machines mount it`, { detail: 'Only one can write' })]
    : []
}
