/** An IPv4 address that a farm lends. `contractId` 0 means free. `ip` is CIDR: `203.0.113.10/24`. */
export type PublicIp = { id: string; ip: string; gateway: string; contractId: number }

/** Someone's nodes under one name, as GridProxy tells of it. */
export type Farm = {
  id: number
  name: string
  /** Whose it is. */
  twinId: number
  pricingPolicyId: number
  /** ThreeFold vouches for the farmer. Whether the hardware is certified is a matter of each node. */
  certified: boolean
  /** Its nodes are only let whole. */
  dedicated: boolean
  /** Where its rewards go, on Stellar; "" where the farmer has set none. */
  payoutAddress: string
  publicIps: PublicIp[]
}

export const isFree = ({ contractId }: PublicIp): boolean => contractId === 0
export const freeIps = ({ publicIps }: Farm): number => publicIps.filter(isFree).length
