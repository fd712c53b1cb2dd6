import type { Workload } from '#domain/deployment/deployment.ts'
import { canonicalIp, isIpv4 } from '#domain/ip.ts'
import type { Check } from '../check.ts'
import type { PlanFacts } from '../facts.ts'
import type { Plan } from '../plan.ts'
import { isMachine } from '../references.ts'
import { withField } from './field.ts'
import { machinesOf, type PlacedMachine } from './machines.ts'
import { isSameNode, networkAt } from './networks-at.ts'
import { about, fix } from './row.ts'
import { freeIn, isIn, isSubnet, lastPart } from './subnet.ts'

/** Whether machines have addresses of their networks that nobody else has, there and in mycelium. */
export const addressChecks = (plan: Plan, facts: PlanFacts): Check[] =>
  machinesOf(plan).flatMap((one) => [...privateIpCheck(plan, facts, one), ...seedCheck(plan, one)])

const field = 'network.interfaces.0.ip'

const joinedBy = ({ workload }: PlacedMachine) => workload.data.network?.interfaces?.[0]

/** Source: zosbase pkg/primitives/vm/utils.go newPrivNetworkInterface */
function privateIpCheck(plan: Plan, facts: PlanFacts, one: PlacedMachine): Check[] {
  const joined = joinedBy(one)
  const ip = joined?.ip && canonicalIp(joined.ip)
  if (!joined || !ip) return []
  const { at } = one
  const subnet = networkAt(plan, facts, at, joined.network).data?.subnet
  const others = machinesOf(plan).filter(
    (other) =>
      other.workload !== one.workload &&
      isSameNode(plan, other.at.node, at.node) &&
      joinedBy(other)?.network === joined.network,
  )
  const running = machinesRunning(plan, facts, one)
  const taken = [...others.map((other) => joinedBy(other)!.ip), ...running]
  const free = subnet && isSubnet(subnet) ? freeIn(subnet, taken) : undefined
  const row = (words: string, detail?: string) => [
    about(plan, 'fail', 'ip', at, field, words, {
      ...(detail !== undefined && { detail }),
      ...(free !== undefined && fix(`Use .${lastPart(free)}`, withField(plan, at, field, free))),
    }),
  ]
  if (!isIpv4(ip)) return row('private networks take IPv4 only')
  if (!subnet || !isSubnet(subnet)) return []
  if (!isIn(ip, subnet)) return row(`${ip} is not in ${subnet}`, `That is the part of ${joined.network} on its node`)
  if (lastPart(ip) === 1) return row('.1 is reserved', 'The network uses it. Pick .2 to .254')
  if (lastPart(ip) === 0 || lastPart(ip) === 255) return row(`.${lastPart(ip)} is no machine’s`, 'Pick .2 to .254')
  const same = others.find((other) => joinedBy(other)!.ip === ip)
  const isFirst =
    same !== undefined && machinesOf(plan).find((other) => joinedBy(other)?.ip === ip)?.workload === one.workload
  if (same && !isFirst) return row(`${same.workload.name} has ${ip} already`)
  return running.includes(ip) ? row(`a machine that runs has ${ip} already`) : []
}

/** Addresses of the twin's machines that the plan leaves as they are. */
function machinesRunning(plan: Plan, { networks, held }: PlanFacts, one: PlacedMachine): string[] {
  const joined = joinedBy(one)?.network
  const member = networks.data
    ?.find(({ name }) => name === joined)
    ?.members.find(({ nodeId }) => nodeId === plan.nodes[one.at.node]!.node)
  const updated = [...(held.data?.values() ?? [])].flatMap(({ workloads }) => workloads)
  const own = updated.flatMap((workload) => (isMachine(workload) ? addressesOf(workload) : []))
  return member?.machines.filter((ip) => !own.includes(ip)) ?? []
}

const addressesOf = ({ data }: Workload) =>
  ((data as { network?: { interfaces?: { ip: string }[] } }).network?.interfaces ?? []).map(({ ip }) => ip)

/** Source: zosbase pkg/network/networker.go SetupMyceliumTap */
function seedCheck(plan: Plan, one: PlacedMachine): Check[] {
  const seed = one.workload.data.network?.mycelium?.hex_seed?.toLowerCase()
  if (seed !== '000000000000' && seed !== 'ffffffffffff') return []
  const ip = joinedBy(one)?.ip ?? ''
  const at = 'network.mycelium.hex_seed'
  const fresh = isIn(ip, '0.0.0.0/0') ? seedOf(ip) : '000002000002'
  return [
    about(
      plan,
      'fail',
      'seed',
      one.at,
      at,
      'it may not be all the same',
      fix(`Use ${fresh}`, withField(plan, one.at, at, fresh)),
    ),
  ]
}

/** From the last two parts of an address, as other clients make it: `10.20.2.3 → 000002000003`. */
const seedOf = (ip: string) =>
  ip
    .split('.')
    .slice(2)
    .map((part) => Number(part).toString(16).padStart(6, '0'))
    .join('')
