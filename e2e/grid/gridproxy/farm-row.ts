import type { ChainFarm } from '../chain/nouns.ts'
import { rowId } from './row-id.ts'
import type { FarmRow, IpJson } from './rows.ts'

export const freeIps = (ips: IpJson[]): number => ips.filter(({ contract_id }) => contract_id === 0).length

/** Addresses as they are now. One that was there before keeps its id. */
function ipsOf({ id: farm, publicIps }: ChainFarm, before: IpJson[]): IpJson[] {
  const ids = new Map(before.map(({ id, ip }) => [ip, id]))
  let next = Math.max(0, ...before.map(({ id }) => Number(id.split('-')[1])))
  return publicIps
    .map(({ ip, gateway, contractId }) => ({
      id: ids.get(ip) ?? rowId('ip', farm, ++next),
      ip,
      gateway,
      contract_id: contractId,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

export const farmRow = (chain: ChainFarm, stellarAddress: string): FarmRow => ({
  json: {
    name: chain.name,
    farmId: chain.id,
    twinId: chain.twinId,
    pricingPolicyId: chain.pricingPolicyId,
    certificationType: chain.certification,
    stellarAddress,
    dedicated: chain.dedicated,
    publicIps: ipsOf(chain, []),
  },
  nodes: [],
})

/** Brings a farm's row to what the chain says now. */
export function renewFarm({ json }: FarmRow, chain: ChainFarm): void {
  json.name = chain.name
  json.twinId = chain.twinId
  json.pricingPolicyId = chain.pricingPolicyId
  json.certificationType = chain.certification
  json.dedicated = chain.dedicated
  json.publicIps = ipsOf(chain, json.publicIps)
}
