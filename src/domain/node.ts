import { minus, type Capacity } from '#domain/capacity.ts'

export type NodeStatus = 'up' | 'standby' | 'down'

/** A node's own public address, which lets it be a gateway and a WireGuard entry. Texts are "" where unset. */
export type PublicConfig = { ipv4: string; gw4: string; ipv6: string; gw6: string; domain: string }

/** A card in a node. `contractId` 0 means free. `id` is `<pci slot>/<vendor>/<device>`. */
export type Gpu = { id: string; vendor: string; device: string; contractId: number }

/** A machine on the grid, as GridProxy tells of it. Times are unix seconds, speeds bit/s, money as named. */
export type Node = {
  id: number
  twinId: number
  farmId: number
  farmName: string
  country: string
  city: string
  /** Degrees; `undefined` when the node never told. */
  place: { latitude: number; longitude: number } | undefined
  status: NodeStatus
  healthy: boolean
  uptimeSeconds: number
  updatedAt: number
  total: Capacity
  /** Includes what ZOS keeps for itself. */
  used: Capacity
  certified: boolean
  /** A whole-node tenant is wanted: dedicated farm, extra fee, or nothing deployed yet. */
  dedicated: boolean
  inDedicatedFarm: boolean
  rentable: boolean
  rentedByTwinId: number
  extraFeeMilliUsdPerMonth: number
  priceUsdPerMonth: number
  publicConfig: PublicConfig
  features: string[]
  gpus: Gpu[]
  freeFarmIps: number
  speed: { upload: number; download: number }
  hardware: { processor: string; threads: number; memory: string; board: string }
}

export const free = (node: Node): Capacity => minus(node.total, node.used)

/**
 * Why `twinId` cannot put a machine on this node, in words for a person; `undefined` when it can.
 * Chain rules: tfchain pallet-smart-contract grid_contract.rs (NodeNotAvailableToDeploy).
 */
export function deployProblem(node: Node, twinId: number | undefined): string | undefined {
  if (node.status === 'down') return 'It is down'
  if (node.status === 'standby') return 'It is asleep; its farmer has to wake it first'
  if (node.rentedByTwinId !== 0 && node.rentedByTwinId !== twinId) return `Twin ${node.rentedByTwinId} rents it whole`
  if (node.rentedByTwinId === 0 && (node.inDedicatedFarm || node.extraFeeMilliUsdPerMonth > 0))
    return 'It is only let whole: rent it first'
  return undefined
}
