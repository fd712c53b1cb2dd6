import { none } from '#domain/capacity.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import type { Tft } from '#domain/money.ts'
import {
  discountLevels,
  nameCost,
  nodeCost,
  price,
  type DiscountLevel,
  type PricingPolicy,
  type UsdUnits,
} from '#domain/pricing.ts'
import { isWorkloadType, publicIps, totalCapacity } from '#domain/workloads/workload.ts'
import type { PlanFacts } from './facts.ts'
import { isUpdate, spotText, type Plan, type Spot } from './plan.ts'

/** What the chain bills by. */
export type Tariff = { policy: PricingPolicy; milliUsdPerTft: number }

/** What one workload costs, 0 where it is free. Lines of a plan add up to what is billed, to the last digit. */
export type PriceLine = { id: string; name: string; at: Spot; workload: Workload; hour: Tft }

/** What one contract is billed an hour. `undiscounted`: with an empty account, before what a certified node costs more. */
type Bill = { hour: Tft; level: DiscountLevel; undiscounted: Tft; full: Tft; what: string }

export type PlanPrice = {
  lines: PriceLine[]
  hour: Tft
  /** What the running versions of what is updated cost an hour. */
  hourBefore: Tft
  /** Without any discount. */
  fullHour: Tft
  /** Levels that are in it, that of the most money first, with what they are for: each contract has its own. */
  levels: { level: DiscountLevel; of: string[] }[]
  /** A certified node costs a quarter more. */
  certified: boolean
  /** Some of it is on a node that is rented whole, where only addresses are billed. */
  rented: boolean
  milliUsdPerTft: number
  /** From which balance on the largest contract gets more off, and below which it gets less. */
  better?: { level: DiscountLevel; balance: Tft }
  worse?: { level: DiscountLevel; balance: Tft }
}

const hourSeconds = 3600
export const hoursPerMonth = 720n

type Known = Pick<PlanFacts, 'nodes' | 'names' | 'twinId' | 'held'> & { balance: Tft }

/** What a plan costs as the chain bills it: each of its contracts by itself, and names of gateways that are not held yet. */
export function planPrice(plan: Plan, known: Known, tariff: Tariff): PlanPrice {
  const nodes = plan.nodes.map(({ node }) => known.nodes.get(node ?? -1)?.node.data)
  const bills: Bill[] = []
  const lines: PriceLine[] = []
  let hourBefore = 0n
  const add = (bill: Bill, shares: { line: Omit<PriceLine, 'hour'>; weight: UsdUnits }[]) => {
    bills.push(bill)
    lines.push(...split(bill.hour, shares))
  }
  for (const [node, { deployments }] of plan.nodes.entries()) {
    const { certified = false, rentedByTwinId = 0 } = nodes[node] ?? {}
    const terms = { ...tariff, balance: known.balance, certified, rented: rentedByTwinId !== 0 }
    for (const [deployment, one] of deployments.entries()) {
      const workloads = one.deployment.workloads.filter(({ type }) => isWorkloadType(type))
      const before = isUpdate(one) ? known.held.data?.get(Number(one.deployment.contract_id)) : undefined
      if (before) hourBefore += contractBill(before.workloads, terms, reserved(before)).hour
      const ips = before ? Math.max(reserved(before), publicIps(workloads)) : publicIps(workloads)
      add(
        contractBill(workloads, terms, ips),
        workloads.map((workload, i) => ({
          line: line({ node, deployment, workload: i }, workload),
          weight: costOf([workload], terms, publicIps([workload])),
        })),
      )
    }
  }
  for (const { line: named, name } of newNames(plan, known)) {
    const bill = billed(
      nameCost(tariff.policy, hourSeconds),
      { ...tariff, balance: known.balance, certified: false },
      name,
    )
    bills.push(bill)
    const gateway = lines.find(({ id }) => id === named)
    if (gateway) gateway.hour += bill.hour
  }
  const sum = (amount: (bill: Bill) => Tft) => bills.reduce((all, bill) => all + amount(bill), 0n)
  return {
    lines,
    hour: sum(({ hour }) => hour),
    hourBefore,
    fullHour: sum(({ full }) => full),
    levels: levelsOf(bills),
    certified: nodes.some((node) => node?.certified),
    rented: nodes.some((node) => node && node.rentedByTwinId !== 0),
    milliUsdPerTft: tariff.milliUsdPerTft,
    ...steps(bills),
  }
}

type Terms = Tariff & { balance: Tft; certified: boolean }

/** Whoever rents a node pays for its resources by the rent; only addresses are left. */
const costOf = (workloads: readonly Workload[], terms: Terms & { rented: boolean }, ips: number): UsdUnits =>
  nodeCost(terms.policy, terms.rented ? none : totalCapacity(workloads), ips, hourSeconds)

const contractBill = (workloads: readonly Workload[], terms: Terms & { rented: boolean }, ips: number): Bill =>
  billed(costOf(workloads, terms, ips), terms, workloads.map(({ name }) => name).join(', '))

function billed(cost: UsdUnits, { milliUsdPerTft, balance, certified }: Terms, what: string): Bill {
  const { hourly, level } = price(cost, { milliUsdPerTft, balance, certified })
  const full = price(cost, { milliUsdPerTft, balance: 0n, certified }).hourly
  const undiscounted = price(cost, { milliUsdPerTft, balance: 0n, certified: false }).hourly
  return { hour: hourly, level, full, undiscounted, what }
}

const reserved = ({ workloads }: Deployment) => publicIps(workloads)

const line = (at: Spot, workload: Workload) => ({ id: spotText(at), name: workload.name, at, workload })

/** Parts of an amount by weight. What rounding leaves goes to the largest, so that they add up. */
function split(amount: Tft, shares: { line: Omit<PriceLine, 'hour'>; weight: bigint }[]): PriceLine[] {
  const whole = shares.reduce((sum, { weight }) => sum + weight, 0n)
  const lines = shares.map(({ line: of, weight }) => ({ ...of, hour: whole === 0n ? 0n : (amount * weight) / whole }))
  const largest = shares.reduce((at, { weight }, i) => (weight > (shares[at]?.weight ?? 0n) ? i : at), 0)
  const rest = amount - lines.reduce((sum, { hour }) => sum + hour, 0n)
  if (lines[largest]) lines[largest].hour += rest
  return lines
}

/** Names that gateways want and this twin does not hold, each once, with the line that it goes to. */
function newNames(plan: Plan, { names, twinId }: Known): { line: string; name: string }[] {
  const wanted = new Map<string, string>()
  for (const [node, { deployments }] of plan.nodes.entries())
    for (const [deployment, one] of deployments.entries())
      for (const [workload, { type, data }] of one.deployment.workloads.entries()) {
        if (type !== 'gateway-name-proxy' || isUpdate(one) || wanted.has(data.name)) continue
        const holder = names.get(data.name)?.data
        if (holder !== twinId || holder === undefined) wanted.set(data.name, spotText({ node, deployment, workload }))
      }
  return [...wanted].map(([name, at]) => ({ name, line: at }))
}

function levelsOf(bills: readonly Bill[]): PlanPrice['levels'] {
  const charged = bills.filter(({ full }) => full > 0n).toSorted((a, b) => Number(b.full - a.full))
  const levels = [...new Set(charged.map(({ level }) => level))]
  return levels.map((level) => ({ level, of: charged.filter((bill) => bill.level === level).map(({ what }) => what) }))
}

/** Where the level of the largest contract changes: it goes by how many months of it the balance pays for. */
function steps(bills: readonly Bill[]): Pick<PlanPrice, 'better' | 'worse'> {
  const [largest] = bills.filter(({ full }) => full > 0n).toSorted((a, b) => Number(b.full - a.full))
  if (!largest) return {}
  const order = [...discountLevels].reverse()
  const reached = order.findIndex(({ level }) => level === largest.level)
  const from = (months: number) => (largest.undiscounted * hoursPerMonth * BigInt(months * 10)) / 10n
  const next = order[reached + 1]
  const current = order[reached]
  return {
    ...(next && { better: { level: next.level, balance: from(next.months) } }),
    ...(current && { worse: { level: order[reached - 1]?.level ?? 'None', balance: from(current.months) } }),
  }
}

/** A month as the chain bills it: 720 hours. */
export const monthly = (hour: Tft): Tft => hour * hoursPerMonth
