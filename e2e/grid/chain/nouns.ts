import type { Capacity } from '#domain/capacity.ts'
import type { DiscountLevel } from '#domain/pricing.ts'

/** What the local grid's own parts see of the chain's state. Accounts are public keys of 32 bytes. */
export type ChainTwin = { id: number; account: Uint8Array; relay: string | null; pk: Uint8Array | null }

/** A public IPv4 of a farm, in CIDR notation. `contractId` 0 means free. */
export type ChainIp = { ip: string; gateway: string; contractId: number }

export type ChainFarm = {
  id: number
  name: string
  twinId: number
  pricingPolicyId: number
  certification: 'NotCertified' | 'Gold'
  publicIps: ChainIp[]
  dedicated: boolean
}

export type ChainNode = {
  id: number
  farmId: number
  twinId: number
  resources: Capacity
  /** Texts, degrees included, as the chain keeps them. */
  location: { city: string; country: string; latitude: string; longitude: string }
  publicConfig: {
    ip4: { ip: string; gw: string }
    ip6: { ip: string; gw: string } | null
    domain: string | null
  } | null
  /** Unix seconds. */
  created: number
  certification: 'Diy' | 'Certified'
  serialNumber: string | null
  /** mUSD a month, for whoever rents the node. */
  extraFee: number
  /** `null` when the farm never managed its power: the node is up. */
  power: { state: 'Up' | 'Down'; target: 'Up' | 'Down' } | null
}

export type ChainContract = {
  id: number
  twinId: number
  /** A deleted contract leaves the chain's state, so there is no such state. */
  state: 'Created' | 'GracePeriod'
  /** Unix seconds. */
  createdAt: number
  detail:
    | { kind: 'node'; nodeId: number; hash: string; data: string; publicIps: number }
    | { kind: 'name'; name: string }
    | { kind: 'rent'; nodeId: number }
  solutionProviderId: number | null
}

/** Where a farm's reward goes, on Stellar. */
export type Payout = { farmId: number; address: string }

export type ChainGenesis = {
  accounts: { account: Uint8Array; free: bigint }[]
  twins: ChainTwin[]
  farms: ChainFarm[]
  nodes: ChainNode[]
  contracts: ChainContract[]
  /** What nodes reported of their contracts' use. */
  resources?: { contractId: number; used: Capacity }[]
  /** Blocks from one bill of a contract to the next: 600 when it is not said, as on TFChain, where that is an hour. */
  billingFrequency?: number
  payouts?: Payout[]
  /** Accounts that accepted the terms and conditions. */
  terms: Uint8Array[]
  tftPriceMilliUsd: number
  /** Unix seconds. */
  timestamp: number
}

/** What happened in a block, told once it is sealed. */
export type ChainEvent =
  | { kind: 'contract-created'; contract: ChainContract }
  | { kind: 'contract-updated'; contract: ChainContract }
  /** By its owner, with the rent it was under, or at the end of its grace period. */
  | { kind: 'contract-cancelled'; contract: ChainContract }
  /** `amount` is in 1e-7 TFT, `timestamp` in unix seconds. */
  | { kind: 'contract-billed'; contractId: number; amount: bigint; discount: DiscountLevel; timestamp: number }
  /** Its grace period started, or ended because it is paid. */
  | { kind: 'contract-grace'; contract: ChainContract; started: boolean }
  /** `extraFee` is in mUSD a month. */
  | { kind: 'extra-fee-set'; nodeId: number; extraFee: number }
  | { kind: 'node-power'; nodeId: number; power: NonNullable<ChainNode['power']> }
  | { kind: 'twin-stored'; twin: ChainTwin }
  | { kind: 'farm-stored'; farm: ChainFarm }
  | { kind: 'payout-stored'; payout: Payout }
  | { kind: 'node-stored'; node: ChainNode }
  | { kind: 'node-deleted'; node: ChainNode }
  | { kind: 'block'; number: number; timestamp: number }
