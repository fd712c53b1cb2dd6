import type { ApiPromise } from '@polkadot/api'
import { z } from 'zod'
import { none, type Capacity } from '#domain/capacity.ts'
import type { Contract } from '#domain/contract.ts'
import type { Tft } from '#domain/money.ts'
import * as pricing from '#domain/pricing.ts'
import { graceOf, total, type Split, type Standing } from '#domain/standing.ts'
import { bytes } from '#domain/units.ts'
import { amount, count, reader, type Reader } from './many.ts'
import { getTariff, type Tariff } from './price.ts'

const hourSeconds = 3600

const size = count.transform(bytes)
const capacityShape = z.object({ cru: count, mru: size, sru: size, hru: size })
const usedShape = z.object({ used: capacityShape })
const nodeShape = z.object({ resources: capacityShape, certification: z.string() })
const ids = z.array(count)
const powerShape = z.object({ state: z.record(z.string(), z.unknown()) })
const ipShape = z.object({ ip: z.string() })
const contractShape = z.object({
  state: z.object({ gracePeriod: count.optional() }),
  contractType: z.object({ nodeContract: z.object({ publicIpsList: z.array(ipShape) }).optional() }),
})
const paymentShape = z.object({
  standardReserve: amount,
  additionalReserve: amount,
  standardOverdraft: amount,
  additionalOverdraft: amount,
  lastUpdatedSeconds: count,
  cycles: z.number(),
})
const billingShape = z.object({ amountUnbilled: amount })

type Found = { contract: Contract; wire: z.output<typeof contractShape>; payment: z.output<typeof paymentShape> }
type OnNode = {
  total: Capacity
  certified: boolean
  rent: number | undefined
  extraFee: number
  runs: number[]
  asleep: boolean
}

/**
 * How contracts stand, as the chain would bill them now: by what nodes reported of them, at the discount that `balance`
 * gives. Those that it does not have any more are left out. Each kind of thing is asked for once, of all together.
 */
export async function getStandings(api: ApiPromise, contracts: Contract[], balance: Tft): Promise<Standing[]> {
  if (contracts.length === 0) return []
  const read = reader(api)
  const all = contracts.map(({ id }) => id)
  const [tariff, block, ms, wires, payments] = await Promise.all([
    getTariff(api),
    api.query.system!.number!().then((number) => Number(number.toString())),
    api.query.timestamp!.now!().then((now) => Number(now.toString())),
    read('smartContractModule', 'contracts', all, contractShape),
    read('smartContractModule', 'contractPaymentState', all, paymentShape),
  ])
  const found = contracts.flatMap((contract, i): Found[] => {
    const [wire, payment] = [wires[i], payments[i]]
    return wire && payment ? [{ contract, wire, payment }] : []
  })
  const kept = found.map(({ contract }) => contract.id)
  const [used, unbilled, nodes] = await Promise.all([
    read('smartContractModule', 'nodeContractResources', kept, usedShape),
    read('smartContractModule', 'contractBillingInformationByID', kept, billingShape),
    nodesOf(
      read,
      found.flatMap(({ contract }) => ('nodeId' in contract ? [contract.nodeId] : [])),
    ),
  ])
  const inGrace = await statesOf(
    read,
    [...nodes.values()].flatMap(({ rent }) => rent ?? []),
  )
  const now = Math.floor(ms / 1000)
  return found.map(({ contract, wire, payment }, i) => {
    const node = 'nodeId' in contract ? nodes.get(contract.nodeId) : undefined
    const dueFor = (seconds: number) => due({ contract, node, used: used[i]?.used ?? none, seconds, tariff, balance })
    const { gracePeriod: since } = wire.state
    const rent = contract.kind === 'node' ? node?.rent : undefined
    return {
      id: contract.id,
      state: since === undefined ? 'Created' : 'GracePeriod',
      grace: since === undefined ? undefined : graceOf(since, block, now),
      reserve: { standard: payment.standardReserve, additional: payment.additionalReserve },
      overdraft: { standard: payment.standardOverdraft, additional: payment.additionalOverdraft },
      billedUntil: payment.lastUpdatedSeconds,
      cycles: payment.cycles,
      hourly: total(dueFor(hourSeconds)),
      // A rented node that sleeps costs nothing meanwhile (tfchain billing.rs, RentWaived).
      running: node?.asleep && contract.kind === 'rent' ? 0n : total(dueFor(now - payment.lastUpdatedSeconds)),
      unbilled: unbilled[i]?.amountUnbilled ?? 0n,
      ips: wire.contractType.nodeContract?.publicIpsList.map(({ ip }) => ip) ?? [],
      rent: rent === undefined ? undefined : { id: rent, inGrace: inGrace.get(rent) ?? false },
      holds: contract.kind === 'rent' ? (node?.runs ?? []) : [],
    }
  })
}

/** What these contracts cost an hour, all together. */
export const hourlyCost = async (api: ApiPromise, contracts: Contract[], balance: Tft): Promise<Tft> =>
  (await getStandings(api, contracts, balance)).reduce((sum, { hourly }) => sum + hourly, 0n)

type Asked = {
  contract: Contract
  node: OnNode | undefined
  used: Capacity
  seconds: number
  tariff: Tariff
  balance: Tft
}

function due({ contract, node, used, seconds, tariff, balance }: Asked): Split {
  const { policy, milliUsdPerTft } = tariff
  if (seconds <= 0) return { standard: 0n, additional: 0n }
  const cost = () => {
    if (contract.kind === 'name') return pricing.nameCost(policy, seconds)
    if (contract.kind === 'rent') return pricing.rentCost(policy, node?.total ?? none, seconds)
    // Whoever rents the node pays for its resources.
    return pricing.nodeCost(policy, node?.rent === undefined ? used : none, contract.publicIps, seconds)
  }
  const standard = pricing.toTft(cost(), milliUsdPerTft)
  const fee = contract.kind === 'rent' ? (node?.extraFee ?? 0) : 0
  return {
    standard: pricing.due(standard, { seconds, balance, certified: node?.certified ?? false }).amount,
    additional: pricing.toTft(pricing.extraFeeCost(fee, seconds), milliUsdPerTft),
  }
}

async function nodesOf(read: Reader, all: number[]): Promise<Map<number, OnNode>> {
  const nodeIds = [...new Set(all)]
  const [nodes, rents, fees, runs, powers] = await Promise.all([
    read('tfgridModule', 'nodes', nodeIds, nodeShape),
    read('smartContractModule', 'activeRentContractForNode', nodeIds, count),
    read('smartContractModule', 'dedicatedNodesExtraFee', nodeIds, count),
    read('smartContractModule', 'activeNodeContracts', nodeIds, ids),
    read('tfgridModule', 'nodePower', nodeIds, powerShape),
  ])
  return new Map(
    nodeIds.map((id, i) => [
      id,
      {
        total: nodes[i]?.resources ?? none,
        certified: nodes[i]?.certification === 'Certified',
        rent: rents[i],
        extraFee: fees[i] ?? 0,
        runs: runs[i] ?? [],
        asleep: 'down' in (powers[i]?.state ?? {}),
      },
    ]),
  )
}

/** Of each of these contracts, whether it is in its grace period. */
async function statesOf(read: Reader, rents: number[]): Promise<Map<number, boolean>> {
  const wires = await read('smartContractModule', 'contracts', rents, contractShape)
  return new Map(rents.map((id, i) => [id, wires[i]?.state.gracePeriod !== undefined]))
}
