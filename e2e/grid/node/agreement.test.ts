import { expect, test } from 'vitest'
import { awaited, filled, type Results } from '#domain/plan/awaited.ts'
import { planChecks } from '#domain/plan/checks/plan-checks.ts'
import { placed, type Plan } from '#domain/plan/plan.ts'
import { toPlanned } from '#domain/plan/planned.ts'
import type { DataOf } from '#domain/workloads/workload.ts'
import { Refusal } from '../relay/peer.ts'
import { Dice } from '../world/dice.ts'
import { conflicts, failedLater, lightBreaks, places, refusedWhenAsked, type Break } from './agreement/breaks.ts'
import { factsOf } from './agreement/sole-facts.ts'
import { lightPlan, wholePlan } from './agreement/whole-plan.ts'
import { network } from '../testbed.ts'
import { lightNetwork } from './install/samples.ts'
import { SoleNode, twin, type Wanted } from './install/sole-node.ts'

/** What the checks say against a plan, and what the node says once it is paid for. */
async function judged(plan: Plan, sole: SoleNode): Promise<{ checks: string[]; node: string[] }> {
  const names = placed(plan).flatMap(({ workload }) =>
    workload.type === 'gateway-name-proxy' ? workload.data.name : [],
  )
  const facts = factsOf(sole, names)
  const checks = planChecks(plan, facts)
    .filter(({ state }) => state === 'fail')
    .map(({ words }) => words)
  // The chain gives names that are free along with the contracts.
  for (const name of names) if (!sole.names.has(name)) sole.names.set(name, twin)
  return { checks, node: await sent(plan, sole) }
}

async function sent(plan: Plan, sole: SoleNode): Promise<string[]> {
  const said: string[] = []
  const results = new Map<string, unknown>()
  const domain = sole.node.world.chain.publicConfig?.domain ?? ''
  for (const { deployment } of toPlanned(plan, twin, () => ({ twinId: 1, domain }))) {
    const { workloads } = filled(deployment, results as Results)
    // The app would not even get to sign it.
    if (workloads.flatMap(awaited).length > 0) return [...said, 'what it waits for did not run']
    try {
      const id = await sole.deploy(workloads)
      for (const { name } of workloads) results.set(name, sole.result(id, name).data)
      said.push(...Object.values(sole.states(id)).filter((state) => state !== 'ok'))
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof TypeError)) throw error
      said.push(error.message)
    }
  }
  return said
}

/** A node on which alice has a network already, and somebody else the name `theirs`. */
async function someNode(wanted: Wanted = {}): Promise<SoleNode> {
  const sole = new SoleNode(wanted)
  sole.names.set('theirs', twin + 1)
  const old = network('old', '10.30.2.0/24', 4000)
  await sole.deploy([wanted.light ? lightNetwork('old', old.data as Partial<DataOf['network-light']>) : old])
  return sole
}

/** Each of them once, in a plan of other sizes. */
const cases = <P>(breaks: Record<string, Break<P>>) =>
  Object.entries(breaks).map(([name, change], seed) => [name, seed, change] as const)

test.each(Array.from({ length: 12 }, (_, seed) => seed))(
  'checks and node take a plan that holds good (%i)',
  async (seed) => {
    const { plan } = wholePlan(new Dice(seed))
    expect(await judged(plan, await someNode())).toEqual({ checks: [], node: [] })
  },
)

test.each([...cases(refusedWhenAsked), ...cases(failedLater), ...cases(conflicts)])(
  'checks and node say no to %s (%i)',
  async (_, seed, change) => {
    const { plan, parts } = wholePlan(new Dice(seed))
    change(parts, plan)
    const { checks, node } = await judged(plan, await someNode())
    expect({ checks: checks.length > 0, node: node.length > 0 }, `${checks} / ${node}`).toEqual({
      checks: true,
      node: true,
    })
  },
)

test.each(Object.entries(places))('checks and node say no to a plan on a node %s', async (_, place) => {
  const { plan, parts } = wholePlan(new Dice(5))
  place.change?.(parts, plan)
  const sole = await someNode(place.wanted)
  place.prepare?.(sole)
  const { checks, node } = await judged(plan, sole)
  expect({ checks: checks.length > 0, node: node.length > 0 }, `${checks} / ${node}`).toEqual({
    checks: true,
    node: true,
  })
})

test.each([1, 2, 3])('checks and a node with ZOS light take a plan that holds good (%i)', async (seed) => {
  const { plan } = lightPlan(new Dice(seed))
  expect(await judged(plan, await someNode({ light: true }))).toEqual({ checks: [], node: [] })
})

test.each(cases(lightBreaks))('checks and a node with ZOS light say no to %s (%i)', async (_, seed, change) => {
  const { plan, parts } = lightPlan(new Dice(seed))
  change(parts, plan)
  const { checks, node } = await judged(plan, await someNode({ light: true }))
  expect({ checks: checks.length > 0, node: node.length > 0 }, `${checks} / ${node}`).toEqual({
    checks: true,
    node: true,
  })
})
