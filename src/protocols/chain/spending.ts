import type { ApiPromise } from '@polkadot/api'
import type { Codec } from '@polkadot/types/types'
import { z } from 'zod'
import { none, type Capacity } from '#domain/capacity.ts'
import type { Contract } from '#domain/contract.ts'
import type { Tft } from '#domain/money.ts'
import { extraFeeCost, nameCost, nodeCost, price, rentCost, toTft, type UsdUnits } from '#domain/pricing.ts'
import { bytes } from '#domain/units.ts'
import { getTariff, type Tariff } from './price.ts'

const hourSeconds = 3600

const amount = z.union([z.number(), z.string()]).transform(Number)
const size = amount.transform(bytes)
const capacityShape = z.object({ cru: amount, mru: size, sru: size, hru: size })
const usedShape = z.object({ used: capacityShape })
const nodeShape = z.object({ resources: capacityShape, certification: z.string() })

type NodeOnChain = { total: Capacity; certified: boolean; rented: boolean; extraFee: number }

/**
 * What these contracts cost an hour, as the chain would bill them now: by what nodes reported of them, at the discount
 * that `balance` gives.
 */
export async function hourlyCost(api: ApiPromise, contracts: Contract[], balance: Tft): Promise<Tft> {
  const tariff = await getTariff(api)
  const costs = contracts.map(async (contract) => {
    switch (contract.kind) {
      case 'node': {
        const node = await nodeOf(api, contract.nodeId)
        // Whoever rents the node pays for its resources.
        const used = node.rented ? none : await usedBy(api, contract.id)
        return billed(nodeCost(tariff.policy, used, contract.publicIps, hourSeconds), node.certified, tariff, balance)
      }
      case 'name':
        return billed(nameCost(tariff.policy, hourSeconds), false, tariff, balance)
      case 'rent': {
        const { total, certified, extraFee } = await nodeOf(api, contract.nodeId)
        const fee = toTft(extraFeeCost(extraFee, hourSeconds), tariff.milliUsdPerTft)
        return billed(rentCost(tariff.policy, total, hourSeconds), certified, tariff, balance) + fee
      }
    }
  })
  return (await Promise.all(costs)).reduce((sum, cost) => sum + cost, 0n)
}

const billed = (cost: UsdUnits, certified: boolean, { milliUsdPerTft }: Tariff, balance: Tft): Tft =>
  price(cost, { milliUsdPerTft, balance, certified }).hourly

async function usedBy(api: ApiPromise, contractId: number): Promise<Capacity> {
  const found = (await api.query.smartContractModule!.nodeContractResources!(contractId)).toPrimitive()
  return usedShape.parse(found).used
}

async function nodeOf(api: ApiPromise, id: number): Promise<NodeOnChain> {
  const { smartContractModule, tfgridModule } = api.query
  const [node, rent, extraFee] = await Promise.all<Codec>([
    tfgridModule!.nodes!(id),
    smartContractModule!.activeRentContractForNode!(id),
    smartContractModule!.dedicatedNodesExtraFee!(id),
  ])
  const { resources, certification } = nodeShape.parse(node!.toPrimitive())
  return {
    total: resources,
    certified: certification === 'Certified',
    rented: rent!.toPrimitive() !== null,
    extraFee: Number(extraFee!.toString()),
  }
}
