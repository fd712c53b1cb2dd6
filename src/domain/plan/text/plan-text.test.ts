import { expect, test } from 'vitest'
import { hash } from '#domain/deployment/challenge.ts'
import type { Deployment } from '#domain/deployment/deployment.ts'
import vectors from '#domain/deployment/deployments.vectors.json' with { type: 'json' }
import { emptyPlan, newDeployment, type Plan } from '../plan.ts'
import { readPlan, type Format } from './read-plan.ts'
import { somePlan } from './some-plan.ts'
import { writePlan } from './write-plan.ts'

const formats: Format[] = ['json', 'yaml']

/** @throws Error in the words of the first problem */
function read(source: string, format: Format): Plan {
  const found = readPlan(source, format)
  if ('plan' in found) return found.plan
  const { line, column, words } = found.problems[0]!
  throw new Error(`${line}:${column} ${words}`)
}
const problems = (source: string, format: Format) => {
  const found = readPlan(source, format)
  return 'plan' in found ? [] : found.problems.map(({ line, column, words }) => `${line}:${column} ${words}`)
}

test.each(formats)('a plan written as %s is read back to the same, in the same order', (format) => {
  for (let seed = 0; seed < 60; seed++) {
    const plan = somePlan(seed)
    const back = read(writePlan(plan, format), format)
    expect(back, `seed ${seed}`).toStrictEqual(plan)
    expect(writePlan(back, 'json'), `seed ${seed}`).toBe(writePlan(plan, 'json'))
  }
})

test.each(formats)('no deployment of the reference programs changes its hash by going through %s', (format) => {
  expect(vectors.length).toBeGreaterThan(40)
  for (const vector of vectors) {
    const deployment = vector.deployment as unknown as Deployment
    const plan: Plan = { ...emptyPlan('x', 'vm'), nodes: [{ node: 7, deployments: [{ deployment }] }] }
    const back = read(writePlan(plan, format), format)
    expect(hash(back.nodes[0]!.deployments[0]!.deployment), vector.name).toBe(vector.hash)
    expect(back, vector.name).toMatchObject(plan)
  }
})

test('a deployment, a list of deployments and a list of workloads are read as plans', () => {
  const workloads = [{ name: 'disk1', type: 'zmount', data: { size: 5 } }]
  const deployment = { ...newDeployment(), metadata: '{"projectName":"vm/web"}', workloads }
  const whole = { ...deployment, workloads: [{ ...workloads[0], version: 0, metadata: '', description: '' }] }
  expect(read(JSON.stringify(deployment), 'json')).toEqual({
    name: 'web',
    solution: 'vm',
    nodes: [{ node: null, deployments: [{ deployment: whole }] }],
  })
  expect(read(JSON.stringify([deployment, deployment]), 'json').nodes[0]!.deployments).toHaveLength(2)
  expect(read(JSON.stringify(workloads), 'json')).toMatchObject({
    name: 'disk1',
    nodes: [{ deployments: [{ deployment: { contract_id: 0, workloads: whole.workloads } }] }],
  })
})

test('what is absent or null is what a node takes it for', () => {
  const plan = read(
    'nodes: [{deployments: [{deployment: {workloads: [{type: zmachine, data: {network: null}}]}}]}]',
    'yaml',
  )
  const { deployment } = plan.nodes[0]!.deployments[0]!
  expect(plan.nodes[0]!.node).toBeNull()
  expect(deployment.contract_id).toBe(0)
  expect(deployment.workloads[0]).toMatchObject({
    name: '',
    data: { network: { interfaces: [] }, compute_capacity: { cpu: 0, memory: 0 } },
  })
})

const machine = (data: string) => `- name: vm1\n  type: zmachine\n  data:\n    ${data}\n`
test.each<[string, Format, string | RegExp]>([
  [
    '[{"type": "zmount", "data": {"size":\n "5"}}]',
    'json',
    '2:2 [0].data.size should be a whole number, 0 or more, got "5"',
  ],
  [
    '- type: zmount\n  data: {size: 1e9}',
    'yaml',
    '2:16 [0].data.size should be written without a point or an exponent, got 1e9',
  ],
  ['- type: zmount\n  data: {size: 1.5}', 'yaml', '2:16 [0].data.size should be a whole number, 0 or more, got 1.5'],
  ['- type: zmount\n  data: {size: -1}', 'yaml', '2:16 [0].data.size should be a whole number, 0 or more, got -1'],
  ['- type: zmount\n  data: {Size: 1}', 'yaml', '2:10 [0].data.Size should be written size: nodes take it for that'],
  [
    '- type: vm\n  name: a',
    'yaml',
    '1:9 [0].type should be one of network, network-light, ip, ipv4, zmount, volume, zmachine, zmachine-light, zlogs, zdb, qsfs, gateway-name-proxy, gateway-fqdn-proxy, got "vm"',
  ],
  ['- data: {}', 'yaml', /should be one of .*, got nothing/],
  [machine('env: {PORT: 80}'), 'yaml', '4:17 [0].data.env.PORT should be text in quotes, got 80'],
  [
    machine('compute_capacity: {cpu: 256}'),
    'yaml',
    '4:29 [0].data.compute_capacity.cpu should be a whole number from 0 to 255, got 256',
  ],
  [machine('network: {interfaces: {}}'), 'yaml', '4:27 [0].data.network.interfaces should be a list, got an object'],
  [
    machine('network: {mycelium: {hex_seed: xyz}}'),
    'yaml',
    '4:36 [0].data.network.mycelium.hex_seed should be hex digits, two for each byte, got "xyz"',
  ],
  ['{"nodes": 5}', 'json', '1:11 nodes should be a list, got 5'],
  ['{"a": 1}', 'json', /^1:1 This is no plan/],
  ['', 'yaml', /^1:1 This is no plan/],
  ['{"nodes": []\n"name": "x"}', 'json', /^2:/],
  ['{"version": 1\n"nodes": []}', 'json', '1:13 A comma or a quote is missing at the end of this line.'],
  ['{"nodes": [],\n"name": }', 'json', '2:9 A value is missing here.'],
  ['nodes: []', 'json', '1:1 JSON begins with { or [.'],
  [
    '{"name": vm1,\n"nodes": []}',
    'json',
    '1:10 JSON wants text and names in double quotes, and commas between members: look at vm1',
  ],
  ['{"nodes": [', 'json', /^1:/],
  [
    'nodes: []\nnodes: []',
    'yaml',
    '2:1 This name stands twice in the same place. Nodes would take the last: remove one.',
  ],
  ['nodes:\n\t- a', 'yaml', '2:1 Indent by spaces: YAML takes no tabs.'],
  ['nodes: *a', 'yaml', /^1:/],
  ['[', 'yaml', /^1:/],
  [
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nnodes: [*c,*c,*c,*c,*c,*c,*c]`,
    'yaml',
    /alias/,
  ],
])('%j is refused at its line', (source, format, words) => {
  const first = problems(source, format)[0] ?? 'it was read'
  if (typeof words === 'string') expect(first).toBe(words)
  else expect(first).toMatch(words)
})

test('brackets in brackets without end are no crash', () => {
  expect(problems('['.repeat(20_000), 'yaml')[0]).toMatch(/Too much is nested in it/)
})

test('every problem is told, up to fifty', () => {
  const disks = Array.from({ length: 80 }, () => '- {type: zmount, data: {size: x}}').join('\n')
  expect(problems(disks, 'yaml')).toHaveLength(50)
})

test('aliases, comments and tabs between the members of JSON are read', () => {
  expect(
    read('# mine\n- &d {type: zmount, data: {size: 5}}\n- *d', 'yaml').nodes[0]!.deployments[0]!.deployment.workloads,
  ).toHaveLength(2)
  expect(read('{\n\t"nodes": [\n\t]\n}', 'json')).toEqual({ name: '', solution: '', nodes: [] })
})

test('a member of the plan is found in its text, whatever the text is', () => {
  const place = (source: string, path: (string | number)[]) => {
    const found = readPlan(source, 'yaml')
    if (!('plan' in found)) throw new Error(found.problems[0]!.words)
    return found.placeOf(['nodes', 0, 'deployments', 0, 'deployment', 'workloads', ...path]).line
  }
  const workload = (indent: string) => `- type: zmount\n  name: d\n  data:\n    size: 5`.replaceAll('\n', `\n${indent}`)
  expect(place(workload(''), [0, 'data', 'size'])).toBe(4)
  expect(place(`workloads:\n  ${workload('  ')}`, [0, 'data', 'size'])).toBe(5)
  expect(place(`- workloads:\n  ${workload('  ')}`, [0, 'data', 'size'])).toBe(5)
  expect(
    place(`nodes:\n- deployments:\n  - deployment:\n      workloads:\n      ${workload('      ')}`, [
      0,
      'data',
      'size',
    ]),
  ).toBe(8)
  expect(place(workload(''), [0, 'data', 'gone', 'deeper'])).toBe(3)
})

test('fifty workloads are written and read in a moment, and five hundred in ten', () => {
  for (const format of formats) {
    const time = (workloads: number) => {
      const text = writePlan(somePlan(1, workloads), format)
      const began = performance.now()
      read(text, format)
      return performance.now() - began
    }
    time(50)
    const small = Math.min(time(50), time(50), time(50))
    expect(Math.min(time(500), time(500))).toBeLessThan(30 * Math.max(small, 5))
  }
})
