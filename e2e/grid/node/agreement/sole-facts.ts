import { tft } from '#domain/money.ts'
import type { Node } from '#domain/node.ts'
import type { PlanFacts } from '#domain/plan/facts.ts'
import type { PrivateNetwork } from '#domain/private-network.ts'
import { someNode } from '#domain/some-node.ts'
import { bytes } from '#domain/units.ts'
import { featuresOf } from '../../world/nodes.ts'
import { totals, twin, type SoleNode } from '../install/sole-node.ts'

const known = <T>(data: T) => ({ data, error: null })

/** What the app would learn of the node: over RMB, from GridProxy and from the chain. */
export function factsOf({ node, names, isRented }: SoleNode, wantedNames: string[]): PlanFacts {
  const { world, host } = node
  const config = world.chain.publicConfig
  const used = node.usage.used
  const gpus = world.cards.map(({ contract, ...card }) => ({ ...card, contractId: contract }))
  const told: Node = {
    ...someNode,
    id: node.id,
    twinId: world.chain.twinId,
    total: totals,
    used,
    rentedByTwinId: isRented ? twin : 0,
    publicConfig: {
      ipv4: config?.ip4.ip ?? '',
      gw4: config?.ip4.gw ?? '',
      ipv6: config?.ip6?.ip ?? '',
      gw6: config?.ip6?.gw ?? '',
      domain: config?.domain ?? '',
    },
    features: featuresOf(world),
    gpus,
    freeFarmIps: 10,
  }
  return {
    need: undefined,
    twinId: twin,
    balance: tft(1000),
    verified: known(true),
    nodes: new Map([
      [
        node.id,
        {
          node: known(told),
          capacity: known({ total: totals, used }),
          pools: known(
            host.pools.map(({ type, size, used: taken }) => ({ kind: type, size: bytes(size), used: bytes(taken) })),
          ),
          gpus: known(gpus),
          ports: known({ ports: host.wireguardPorts(), answeredInMs: 140 }),
          address: known(null),
          hasIpv6: known(world.hasIpv6),
          features: known(featuresOf(world)),
          alternatives: known([]),
        },
      ],
    ]),
    names: new Map(wantedNames.map((name) => [name, known(names.get(name) ?? null)])),
    domains: new Map(),
    networks: known(networksOn(node)),
    contracts: known([]),
    held: known(new Map()),
  }
}

const networksOn = ({ id, deployments }: SoleNode['node']): PrivateNetwork[] =>
  deployments.all().flatMap(({ deployment, workloads }) =>
    [...workloads.values()].flatMap((workload) => {
      if (workload.type !== 'network') return []
      const { subnet, ip_range, wireguard_private_key, wireguard_listen_port } = workload.data
      return {
        name: workload.name,
        ipRange: ip_range,
        accesses: [],
        members: [
          {
            nodeId: id,
            contractId: Number(deployment.contract_id),
            contractText: '',
            state: 'held' as const,
            deployment,
            subnet,
            privateKey: wireguard_private_key,
            port: wireguard_listen_port,
            address: undefined,
            through: undefined,
            machines: [],
            strangers: [],
          },
        ],
      }
    }),
  )
