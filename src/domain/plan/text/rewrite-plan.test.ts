import { expect, test } from 'vitest'
import { bare, emptyPlan, newDeployment, withWorkload, type Plan } from '../plan.ts'
import { readPlan } from './read-plan.ts'
import { rewritePlan } from './rewrite-plan.ts'
import { somePlan } from './some-plan.ts'
import { writePlan } from './write-plan.ts'

const read = (text: string): Plan => {
  const found = readPlan(text, 'yaml')
  if ('problems' in found) throw new Error(found.problems[0]!.words)
  return found.plan
}

test('comments stay where nothing changed', () => {
  const text = `# for the shop
name: web
solution: vm
nodes:
  - node: 7 # fast
    deployments:
      - deployment:
          workloads:
            # the data
            - name: disk1
              type: zmount
              data:
                size: 5 # small
`
  const before = read(text)
  const after = withWorkload(before, { node: 0, deployment: 0, workload: 0 }, (one) => ({ ...one, name: 'disk2' }))
  expect(rewritePlan(text, before, after)).toBe(text.replace('disk1', 'disk2'))
})

test('whatever the texts say, the new one says the new plan', () => {
  for (let seed = 0; seed < 60; seed++) {
    const [before, after] = [somePlan(seed), somePlan(seed + 1)]
    expect(read(rewritePlan(writePlan(before, 'yaml'), before, after)), `seed ${seed}`).toEqual(after)
  }
})

test('what the plan lacked in its text and gets is written into it', () => {
  const text = 'nodes:\n  - deployments: [] # none yet\n'
  const before = read(text)
  const disk = { ...bare('disk1'), type: 'zmount' as const, data: { size: 5 } }
  const after: Plan = {
    ...emptyPlan('web', 'vm'),
    nodes: [{ node: 7, deployments: [{ deployment: newDeployment([disk]) }] }],
  }
  expect(read(rewritePlan(text, before, after))).toEqual(after)
})

test('a bare list of workloads and a text with aliases are written anew', () => {
  for (const text of ['- type: zmount', 'nodes: []\na: &x [1]\nb: *x'])
    expect(rewritePlan(text, read(text), somePlan(1))).toBe(writePlan(somePlan(1), 'yaml'))
})
