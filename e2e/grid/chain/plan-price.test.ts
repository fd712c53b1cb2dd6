import { expect, test } from 'vitest'
import { tft, type Tft } from '#domain/money.ts'
import { withSamples } from '#domain/plan/checks/request.ts'
import { chooseNode } from '#domain/plan/edit.ts'
import type { NodeFacts } from '#domain/plan/facts.ts'
import { placed, type Plan } from '#domain/plan/plan.ts'
import { planPrice } from '#domain/plan/price.ts'
import { planOf } from '#domain/plan/template.ts'
import { templateOf } from '#domain/plan/templates/all.ts'
import { publicIps, totalCapacity } from '#domain/workloads/workload.ts'
import { usable } from '#protocols/chain/account.ts'
import { Dice } from '../world/dice.ts'
import { reportResources } from './deeds.ts'
import { accountOf } from './pallets/balances.ts'
import { contracts } from './state/smart-contract-items.ts'
import { averageTftPrice, maxTftPrice, minTftPrice } from './state/system-items.ts'
import { pricingPolicies } from './state/tfgrid-items.ts'
import { carol, genesis, node } from './test-chain.ts'
import { TestLedger } from './test-ledger.ts'

const hour = 3600
const dice = new Dice(7)
const chance = {
  bytes: (length: number) => Uint8Array.from({ length }, () => dice.whole(0, 255)),
  number: () => dice.next(),
}

/** The plan of a template, all of it on node 1. */
function onNodeOne(id: string): Plan {
  const plan = planOf(templateOf(id)!, 'shop', {}, chance)
  for (const { workload } of placed(plan)) if (workload.type === 'gateway-name-proxy') workload.data.name = 'shop'
  return plan.nodes.reduce((at, _, i) => chooseNode(at, i, 1), plan)
}

type Situation = { balance: Tft; certified?: boolean; rented?: boolean }

/** What the chain bills for an hour of a plan, contract by contract, and what the app said before. */
function hourOf(plan: Plan, { balance, certified = false, rented = false }: Situation) {
  const nodes = genesis.nodes.map((one) =>
    one.id === 1 ? node(1, { certification: certified ? 'Certified' : 'Diy' }) : one,
  )
  const ledger = new TestLedger({ nodes })
  if (rented) ledger.rent(1)
  const isRent = ({ detail }: { detail: { kind: string } }) => detail.kind === 'rent'
  for (const { deployment } of plan.nodes.flatMap(({ deployments }) => deployments)) {
    const { workloads } = withSamples(deployment)
    ledger.createOn(1, publicIps(workloads))
    const { id } = [...ledger.state.values(contracts)].at(-1)!
    ledger.act((context) => reportResources(context, id, totalCapacity(workloads)))
  }
  for (const { workload } of placed(plan))
    if (workload.type === 'gateway-name-proxy') ledger.send('create_name_contract', [workload.data.name])
  // The first bills reach back to when each contract was made.
  ledger.advance(hour)
  ledger.give(carol, balance)
  ledger.told.length = 0
  const price = priceOf(plan, ledger, rented, certified)
  ledger.advance(hour)
  const rent = [...ledger.state.values(contracts)].find(isRent)?.id
  const billed = ledger.told.reduce(
    (sum, event) => (event.kind === 'contract-billed' && event.contractId !== rent ? sum + event.amount : sum),
    0n,
  )
  return { price, billed }
}

function priceOf(plan: Plan, { state }: TestLedger, rented: boolean, certified: boolean) {
  const policy = state.read(pricingPolicies, 1)!
  const [average, least, most] = [averageTftPrice, minTftPrice, maxTftPrice].map((item) => state.read(item)!)
  const facts = { node: { data: { certified, rentedByTwinId: rented ? 3 : 0 }, error: null } } as unknown as NodeFacts
  const { free } = accountOf(state, carol.publicKey)
  return planPrice(
    plan,
    { nodes: new Map([[1, facts]]), names: new Map(), twinId: 3, held: { error: null }, balance: usable(free, 0n) },
    {
      milliUsdPerTft: Math.min(Math.max(average!, least!), most!),
      policy: {
        cu: BigInt(policy.cu.value),
        su: BigInt(policy.su.value),
        ipu: BigInt(policy.ipu.value),
        uniqueName: BigInt(policy.uniqueName.value),
        dedicationDiscount: policy.discountForDedicationNodes,
      },
    },
  )
}

const situations: Situation[] = [
  { balance: tft(1_000_000) },
  { balance: tft(30) },
  { balance: tft(200), certified: true },
  { balance: tft(1_000_000), rented: true },
]

test.each(
  ['vm', 'fullvm', 'kubernetes', 'zdb', 'qsfs', 'gateway-name', 'nextcloud', 'caprover'].flatMap((id) =>
    situations.map((situation) => [id, situation] as const),
  ),
)('the price of %s is what the chain then bills: %o', (id, situation) => {
  const plan = onNodeOne(id)
  const { price, billed } = hourOf(plan, situation)
  const apart = price.hour > billed ? price.hour - billed : billed - price.hour
  // A second may pass while the test runs.
  expect(apart, `${price.hour} and ${billed}`).toBeLessThanOrEqual(price.hour / 1800n + 1n)
  expect(price.lines.reduce((sum, line) => sum + line.hour, 0n)).toBe(price.hour)
  if (!situation.rented) expect(price.hour).toBeGreaterThan(0n)
})
