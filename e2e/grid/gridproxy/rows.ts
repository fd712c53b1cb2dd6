import type { NodeStatus } from '#domain/node.ts'
import type { Capacity } from '#domain/capacity.ts'
import type { Card, Dmi } from '../world/hardware.ts'
import type { WorldNode } from '../world/nodes.ts'
import type { Bill } from '../world/contracts.ts'

/** A node as `/nodes` lists it. Source: tfgrid-sdk-go grid-proxy pkg/types/nodes.go */
export type NodeJson = {
  id: string
  nodeId: number
  farmId: number
  farmName: string
  twinId: number
  country: string
  gridVersion: number
  city: string
  uptime: number
  created: number
  farmingPolicyId: number
  updatedAt: number
  total_resources: Capacity
  used_resources: Capacity
  location: { country: string; city: string; longitude: number | null; latitude: number | null }
  publicConfig: { domain: string; gw4: string; gw6: string; ipv4: string; ipv6: string }
  status: NodeStatus
  certificationType: 'Diy' | 'Certified'
  dedicated: boolean
  inDedicatedFarm: boolean
  rentContractId: number
  rentedByTwinId: number
  rented: boolean
  rentable: boolean
  serialNumber: string
  power: { state: 'Up' | 'Down' | ''; target: 'Up' | 'Down' | '' }
  num_gpu: number
  extraFee: number
  healthy: boolean
  dmi: Dmi
  speed: { upload: number; download: number }
  cpu_benchmark: WorldNode['benchmark']
  gpus: CardJson[]
  price_usd: number
  farm_free_ips: number
  features: string[]
}
export type CardJson = Omit<Card, 'vram'> & { contract: number }

/** `json.price_usd` is exact and without any discount; it is rounded and discounted on its way out. */
export type NodeRow = {
  json: NodeJson
  world: WorldNode
  farm: FarmRow
  /** On the node, or for the whole of it. */
  contracts: ContractRow[]
  /** Total without used: asked for more than anything else. */
  free: Capacity
  /** False for a node that no health report was ever had of: it is neither healthy nor not. */
  probed: boolean
}

export type IpJson = { id: string; ip: string; gateway: string; contract_id: number }
export type IpRow = IpJson & { farm_id: number }
export type FarmJson = {
  name: string
  farmId: number
  twinId: number
  pricingPolicyId: number
  certificationType: 'NotCertified' | 'Gold'
  stellarAddress: string
  dedicated: boolean
  publicIps: IpJson[]
}
export type FarmRow = { json: FarmJson; nodes: NodeRow[] }

/** `account` is the public key in hex. */
export type TwinRow = { twinId: number; account: string; relay: string; publicKey: string }
export type TwinJson = { twinId: number; accountId: string; relay: string; publicKey: string }

type AtFarm = { nodeId: number; farm_name: string; farm_id: number }
export type ContractJson = {
  contract_id: number
  twin_id: number
  state: 'Created' | 'GracePeriod' | 'Deleted'
  created_at: number
} & (
  | {
      type: 'node'
      details: AtFarm & { deployment_data: string; deployment_hash: string; number_of_public_ips: number }
    }
  | { type: 'rent'; details: AtFarm }
  | { type: 'name'; details: { name: string } }
)
export type ContractRow = { json: ContractJson; bills: Bill[] }
