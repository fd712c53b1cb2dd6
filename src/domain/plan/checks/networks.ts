import { freePorts } from '#domain/deployment/choice.ts'
import type { Workload } from '#domain/deployment/deployment.ts'
import { isWireGuardKey } from '#domain/wireguard.ts'
import type { Check } from '../check.ts'
import { freeName } from '../edit.ts'
import type { PlanFacts } from '../facts.ts'
import { deploymentAt, isUpdate, placed, withNode, newDeployment, type Placed, type Plan } from '../plan.ts'
import { isMachine, isNetwork } from '../references.ts'
import { renameWorkload } from '../rename.ts'
import { withField } from './field.ts'
import { networksOn } from './networks-at.ts'
import { about, aboutNode, fix } from './row.ts'
import { isSubnet, isWithin } from './subnet.ts'

type PlacedNetwork = Placed<Workload<'network'> | Workload<'network-light'>>

/** Whether the plan's networks can be where they are wanted. */
export const networkChecks = (plan: Plan, facts: PlanFacts): Check[] =>
  placed(plan)
    .filter((one): one is PlacedNetwork => isNetwork(one.workload))
    .flatMap((one) => [
      ...subnetChecks(plan, one),
      ...conflictChecks(plan, facts, one),
      ...keyChecks(plan, one),
      ...portChecks(plan, facts, one),
      ...orderChecks(plan, one),
    ])

/** Nodes leave it to clients that a network's parts are parts of it, and each another one. */
function subnetChecks(plan: Plan, { at, workload }: PlacedNetwork): Check[] {
  const { subnet, ip_range: range } = workload.data
  if (!subnet) return []
  const row = (words: string, detail?: string) => [
    about(plan, 'fail', 'subnet', at, 'subnet', words, detail === undefined ? {} : { detail }),
  ]
  if (!isSubnet(subnet)) return row('private networks take IPv4 only')
  if (range && isSubnet(range) && !isWithin(subnet, range)) return row(`${subnet} is not in ${range}`)
  const same = placed(plan).find(
    (other) =>
      other.at.node < at.node &&
      isNetwork(other.workload) &&
      other.workload.name === workload.name &&
      (other.workload.data as { subnet?: string }).subnet === subnet,
  )
  return same ? row(`another node has ${subnet} already`, 'Each node has a part of its own') : []
}

/** A node keeps networks of a twin by their names. */
function conflictChecks(plan: Plan, facts: PlanFacts, { at, workload }: PlacedNetwork): Check[] {
  const { node } = plan.nodes[at.node]!
  const { name } = workload
  if (isUpdate(deploymentAt(plan, at)!)) return []
  const renamed = fix(`Rename to ${freeName(plan, name)}`, renameWorkload(plan, at, freeName(plan, name)))
  const running = facts.networks.data?.find((one) => one.name === name)
  if (running?.members.some(({ nodeId, contractId }) => nodeId === node && contractId !== 0))
    return [about(plan, 'fail', 'conflict', at, 'name', `node ${node} has your network “${name}” already`, renamed)]
  const [first] = networksOn(plan, at.node).filter((one) => one.workload.name === name)
  if (first!.at.node === at.node && first!.at.deployment === at.deployment) return []
  return [about(plan, 'fail', 'conflict', at, 'name', `its node gets a network “${name}” already`, renamed)]
}

const keyChecks = (plan: Plan, { at, workload: { data } }: PlacedNetwork): Check[] =>
  data.wireguard_private_key && !isWireGuardKey(data.wireguard_private_key)
    ? [about(plan, 'fail', 'key', at, 'wireguard_private_key', 'it has to be 32 bytes in base64')]
    : []

/** Source: zosbase pkg/network/networker.go CreateNR */
function portChecks(plan: Plan, facts: PlanFacts, one: PlacedNetwork): Check[] {
  const { at, workload } = one
  const { node } = plan.nodes[at.node]!
  const port = workload.data.wireguard_listen_port
  if (node === null || !workload.data.wireguard_private_key) return []
  const told = facts.nodes.get(node)?.ports.data?.ports
  // A running network has its own port.
  const own = facts.held.data?.get(Number(deploymentAt(plan, at)!.deployment.contract_id))
  const kept = own?.workloads.find(({ name }) => name === workload.name)?.data as { wireguard_listen_port?: number }
  const others = networksOn(plan, at.node).filter(({ workload: other }) => other !== workload)
  const planned = others.map(
    ({ workload: { data } }) => (data as PlacedNetwork['workload']['data']).wireguard_listen_port,
  )
  const used = [...(told ?? []), ...planned].filter(
    (taken) => taken !== undefined && taken !== kept?.wireguard_listen_port,
  )
  const [free] = freePorts(used as number[]).filter((one) => one > 3000)
  const field = 'wireguard_listen_port'
  const row = (words: string) => [
    about(
      plan,
      'fail',
      'port',
      at,
      field,
      words,
      free === undefined ? {} : fix(`Take port ${free}`, withField(plan, at, field, free)),
    ),
  ]
  if (!port) return row('it has none yet')
  if (told?.includes(port) && port !== kept?.wireguard_listen_port) return row(`${port} is taken on node ${node}`)
  const isSecond = networksOn(plan, at.node).findIndex((other) => other.workload === workload) > planned.indexOf(port)
  return planned.includes(port) && isSecond ? row(`another network of the plan has ${port}`) : []
}

/**
 * Nodes start light networks and light machines in no order, so a machine may be looking for a network that comes later.
 *
 * Source: zos cmds/modules/provisiond/main.go WithStartupOrder
 */
function orderChecks(plan: Plan, { at, workload }: PlacedNetwork): Check[] {
  const { deployment } = deploymentAt(plan, at)!
  if (workload.type !== 'network-light' || isUpdate({ deployment }) || !deployment.workloads.some(isMachine)) return []
  const apart = withNode(plan, at.node, (node) => ({
    ...node,
    deployments: [
      { deployment: newDeployment([workload]) },
      ...node.deployments.map((one, i) =>
        i === at.deployment
          ? {
              ...one,
              deployment: { ...deployment, workloads: deployment.workloads.filter((other) => other !== workload) },
            }
          : one,
      ),
    ],
  }))
  return [
    about(plan, 'fail', 'order', at, 'name', 'it has to be there before its machines', {
      detail: 'Light nodes start what shares a contract in no order',
      ...fix('Give it a contract of its own', apart),
    }),
  ]
}

/** One row for all ports that are free. */
export function portsRow(plan: Plan, facts: PlanFacts, checks: readonly Check[]): Check[] {
  const listening = placed(plan).filter(
    ({ at, workload }) =>
      isNetwork(workload) &&
      (workload.data as { wireguard_listen_port?: number }).wireguard_listen_port &&
      facts.nodes.get(plan.nodes[at.node]!.node ?? -1)?.ports.data,
  )
  if (listening.length === 0 || checks.some(({ id }) => id.startsWith('port '))) return []
  const ports = listening.map(
    ({ workload }) => (workload.data as { wireguard_listen_port: number }).wireguard_listen_port,
  )
  const words =
    ports.length === 1 ? `WireGuard port ${ports[0]} is free` : `WireGuard ports ${ports.join(', ')} are free`
  return [aboutNode('ok', 'ports', listening[0]!.at.node, words)]
}
