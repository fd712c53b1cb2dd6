import type { Capacity } from '#domain/capacity.ts'
import type { Contract } from '#domain/contract.ts'
import type { Deployment } from '#domain/deployment/deployment.ts'
import type { Tft } from '#domain/money.ts'
import type { Gpu, Node } from '#domain/node.ts'
import type { PrivateNetwork } from '#domain/private-network.ts'
import type { Bytes } from '#domain/units.ts'
import type { Asked } from './check.ts'

/** What is known of the world that a plan is for. Each answer may still be on its way, or be why there is none. */
export type PlanFacts = {
  /** What the account lacks to sign and to speak to nodes. */
  need: 'account' | 'key' | 'twin' | undefined
  twinId: number | undefined
  balance: Tft | undefined
  verified: Asked<boolean>
  /** By id, of every node that the plan names. */
  nodes: ReadonlyMap<number, NodeFacts>
  /** Names that gateways want, and the twin that holds each on the chain; `null` when nobody does. */
  names: ReadonlyMap<string, Asked<number | null>>
  /** Addresses that gateways' own domains stand for, where the network names who looks them up. */
  domains: ReadonlyMap<string, Asked<string[]>>
  /** The twin's private networks, as their nodes tell. */
  networks: Asked<PrivateNetwork[]>
  /** What the twin pays for now. */
  contracts: Asked<Contract[]>
  /** What nodes hold of the deployments that the plan changes, by contract. */
  held: Asked<ReadonlyMap<number, Deployment>>
}

/** What a node, its farm and the chain tell of it. */
export type NodeFacts = {
  /** `null` when there is none by this id. */
  node: Asked<Node | null>
  /** By its own count; `used` includes what ZOS keeps. */
  capacity: Asked<{ total: Capacity; used: Capacity }>
  pools: Asked<{ kind: 'ssd' | 'hdd'; size: Bytes; used: Bytes }[]>
  gpus: Asked<Gpu[]>
  /** WireGuard ports that are taken, and how long the answer took. */
  ports: Asked<{ ports: number[]; answeredInMs: number }>
  /** Where its WireGuard can be called; `null` for a hidden node. */
  address: Asked<string | null>
  hasIpv6: Asked<boolean>
  /** Types of workload and networks that it takes. */
  features: Asked<string[]>
  /** Nodes that would take what the plan puts here; asked for once this one cannot. */
  alternatives: Asked<Node[]>
}
