/** A public IPv4 of a farm. `contractId` 0 means free. */
export type PublicIp = { ip: string; gateway: string; contractId: number }

/** A farmer's group of nodes. */
export type Farm = {
  id: number
  name: string
  twinId: number
  pricingPolicyId: number
  gold: boolean
  dedicated: boolean
  stellarAddress: string
  publicIps: PublicIp[]
}
