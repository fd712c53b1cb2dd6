import type { ApiPromise } from '@polkadot/api'
import { hexToString } from '@polkadot/util'
import { z } from 'zod'
import { none } from '#domain/capacity.ts'
import type { FarmNode, FarmOnChain } from '#domain/farm-on-chain.ts'
import type { PublicConfig } from '#domain/node.ts'
import { bytes } from '#domain/units.ts'
import { amount, count, reader } from './many.ts'

const size = count.transform(bytes)
/** The chain's texts come as hex where they are no plain text. */
const text = z.string().transform((value) => (value.startsWith('0x') ? hexToString(value) : value))
const pair = z.object({ ip: text, gw: text })

const farmShape = z.object({
  name: text,
  twinId: z.number(),
  pricingPolicyId: z.number(),
  certification: z.string(),
  dedicatedFarm: z.boolean(),
  publicIps: z.array(z.object({ ip: text, gateway: text, contractId: count })),
})
const nodeShape = z.object({
  resources: z.object({ cru: count, mru: size, sru: size, hru: size }),
  certification: z.string(),
  publicConfig: z.object({ ip4: pair, ip6: pair.nullable(), domain: text.nullable() }).nullable(),
})
const powerShape = z.object({ state: z.record(z.string(), z.unknown()), target: z.enum(['Up', 'Down']) })
const ids = z.array(count)

/** A farm as the chain has it; `undefined` when there is none by that number. */
export async function getFarm(api: ApiPromise, id: number): Promise<FarmOnChain | undefined> {
  const read = reader(api)
  const [[farm], [payout], [weight]] = await Promise.all([
    read('tfgridModule', 'farms', [id], farmShape),
    read('tfgridModule', 'farmPayoutV2AddressByFarmID', [id], text),
    read('dao', 'farmWeight', [id], amount),
  ])
  if (!farm) return undefined
  const { certification, dedicatedFarm, publicIps, ...rest } = farm
  return {
    ...rest,
    id,
    certified: certification !== 'NotCertified',
    dedicated: dedicatedFarm,
    payoutAddress: payout ?? '',
    publicIps: publicIps.map((ip) => ({ ...ip, id: ip.ip })),
    weight: weight ?? 0n,
  }
}

/** The farm of this name, `undefined` when nobody has it. */
export async function farmIdOf(api: ApiPromise, name: string): Promise<number | undefined> {
  const id = count.parse((await api.query.tfgridModule!.farmIdByName!(name)).toPrimitive())
  return id === 0 ? undefined : id
}

/** The nodes of a farm, by their numbers. */
export async function getFarmNodes(api: ApiPromise, farmId: number): Promise<FarmNode[]> {
  const read = reader(api)
  const all = ids.parse((await api.query.tfgridModule!.nodesByFarmID!(farmId)).toPrimitive())
  const [nodes, powers, fees, contracts, rents] = await Promise.all([
    read('tfgridModule', 'nodes', all, nodeShape),
    read('tfgridModule', 'nodePower', all, powerShape),
    read('smartContractModule', 'dedicatedNodesExtraFee', all, count),
    read('smartContractModule', 'activeNodeContracts', all, ids),
    read('smartContractModule', 'activeRentContractForNode', all, count),
  ])
  return all
    .map((id, i): FarmNode => {
      const { state, target } = powers[i] ?? { state: { up: null }, target: 'Up' }
      return {
        id,
        total: nodes[i]?.resources ?? none,
        certified: nodes[i]?.certification === 'Certified',
        publicConfig: nodes[i]?.publicConfig ? toConfig(nodes[i].publicConfig) : undefined,
        power: { state: 'down' in state ? 'Down' : 'Up', target },
        extraFeeMilliUsdPerMonth: fees[i] ?? 0,
        contracts: contracts[i] ?? [],
        rent: rents[i],
      }
    })
    .toSorted((a, b) => a.id - b.id)
}

const toConfig = ({ ip4, ip6, domain }: NonNullable<z.output<typeof nodeShape>['publicConfig']>): PublicConfig => ({
  ipv4: ip4.ip,
  gw4: ip4.gw,
  ipv6: ip6?.ip ?? '',
  gw6: ip6?.gw ?? '',
  domain: domain ?? '',
})
