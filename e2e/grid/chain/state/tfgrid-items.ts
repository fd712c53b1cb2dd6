import type { ChainFarm, ChainIp, ChainNode, ChainTwin } from '../nouns.ts'
import { bytes, option, text } from '../scale.ts'
import { account, map, text as textKey, u32, value } from './item.ts'

const pallet = 'TfgridModule'

/** What TFChain keeps of a node under `Nodes`; its power and extra fee have places of their own. */
export type NodeRecord = Omit<ChainNode, 'extraFee' | 'power'>

/** A person's acceptance of one document. */
export type Terms = { account: Uint8Array; timestamp: number; link: string; hash: string }

const addressPair = ({ ip, gw }: { ip: string; gw: string }) => ({ ip: text(ip), gw: text(gw) })

const optionalText = (words: string | null) => option(words === null ? undefined : text(words))

export const publicIpWire = ({ ip, gateway, contractId }: ChainIp) => ({
  ip: text(ip),
  gateway: text(gateway),
  contractId,
})

export const twinWire = ({ id, account: accountId, relay, pk }: ChainTwin) => ({
  id,
  accountId,
  relay: optionalText(relay),
  entities: [],
  pk: option(pk === null ? undefined : bytes(pk)),
})

export const farmWire = (farm: ChainFarm) => ({
  version: 4,
  id: farm.id,
  name: text(farm.name),
  twinId: farm.twinId,
  pricingPolicyId: farm.pricingPolicyId,
  certification: farm.certification,
  publicIps: farm.publicIps.map(publicIpWire),
  dedicatedFarm: farm.dedicated,
  farmingPolicyLimits: null,
})

/** mUSD; the genesis value of tfchain substrate-node/node/src/chain_spec.rs */
export const defaultConnectionPrice = 80

export const publicConfigWire = ({ ip4, ip6, domain }: NonNullable<ChainNode['publicConfig']>) => ({
  ip4: addressPair(ip4),
  ip6: ip6 && addressPair(ip6),
  domain: optionalText(domain),
})

const nodeWire = ({ location, publicConfig, ...node }: NodeRecord) => ({
  version: 5,
  id: node.id,
  farmId: node.farmId,
  twinId: node.twinId,
  resources: node.resources,
  location: {
    city: text(location.city),
    country: text(location.country),
    latitude: text(location.latitude),
    longitude: text(location.longitude),
  },
  publicConfig: publicConfig && publicConfigWire(publicConfig),
  created: node.created,
  // tfchain genesis: 1 for DIY nodes, 2 for certified ones
  farmingPolicyId: node.certification === 'Certified' ? 2 : 1,
  interfaces: [],
  certification: node.certification,
  secureBoot: false,
  virtualized: false,
  serialNumber: optionalText(node.serialNumber),
  connectionPrice: defaultConnectionPrice,
})

const termsWire = (accepted: Terms[]) =>
  accepted.map(({ account: accountId, timestamp, link, hash }) => ({
    accountId,
    timestamp,
    documentLink: text(link),
    documentHash: text(hash),
  }))

/** A node's power, and the block in which it went down. */
export type PowerRecord = NonNullable<ChainNode['power']> & { downSince?: number }

export const powerWire = ({ state, target, downSince }: PowerRecord) => ({
  // Without a block it went down before the first.
  state: state === 'Up' ? { Up: null } : { Down: downSince ?? 0 },
  target,
})

type Price = { value: number; unit: string }

/** As its SCALE type takes it. Units of 1e-7 USD an hour. */
export type PricingPolicyRecord = {
  version: number
  id: number
  name: Uint8Array
  su: Price
  cu: Price
  nu: Price
  ipu: Price
  uniqueName: Price
  domainName: Price
  foundationAccount: Uint8Array
  certifiedSalesAccount: Uint8Array
  discountForDedicationNodes: number
}

export const farms = map<number, ChainFarm>(pallet, 'Farms', u32, farmWire)
export const farmId = value<number>(pallet, 'FarmID')
export const farmIdByName = map<string, number>(pallet, 'FarmIdByName', textKey)
/** Bytes that a farmer says are an address on Stellar: nobody checks them. */
export const payouts = map<number, Uint8Array>(pallet, 'FarmPayoutV2AddressByFarmID', u32, bytes)
export const nodes = map<number, NodeRecord>(pallet, 'Nodes', u32, nodeWire)
export const nodeId = value<number>(pallet, 'NodeID')
export const nodesByFarm = map<number, number[]>(pallet, 'NodesByFarmID', u32)
export const nodeIdByTwin = map<number, number>(pallet, 'NodeIdByTwinID', u32)
export const nodePower = map<number, PowerRecord>(pallet, 'NodePower', u32, powerWire)
export const twins = map<number, ChainTwin>(pallet, 'Twins', u32, twinWire)
export const twinId = value<number>(pallet, 'TwinID')
/** The account that vouches for a twin. */
export const twinBoundedAccount = map<number, Uint8Array>(pallet, 'TwinBoundedAccountID', u32)
export const twinIdByAccount = map<Uint8Array, number>(pallet, 'TwinIdByAccountID', account)
export const terms = map<Uint8Array, Terms[]>(pallet, 'UsersTermsAndConditions', account, termsWire)
export const pricingPolicies = map<number, PricingPolicyRecord>(pallet, 'PricingPolicies', u32)
export const pricingPolicyId = value<number>(pallet, 'PricingPolicyID')
export const connectionPrice = value<number>(pallet, 'ConnectionPrice')
