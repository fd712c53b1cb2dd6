import { expect, test } from 'vitest'
import { bare, emptyPlan, newDeployment, type Plan } from '../plan.ts'
import { blankAnswers } from '../template.ts'
import { templates } from '../templates/all.ts'
import type { Workload } from '#domain/deployment/deployment.ts'
import { gib, mib } from '#domain/units.ts'
import { quote } from './hcl.ts'
import { readHcl, type Read } from './hcl-reader.ts'
import { replaceSecrets } from './secrets.ts'
import { somePlan } from './some-plan.ts'
import { toTerraform } from './terraform.ts'

const planOf = (...nodes: [number | null, ...Workload[]][]): Plan => ({
  ...emptyPlan('shop-prod', 'vm'),
  nodes: nodes.map(([node, ...workloads]) => ({ node, deployments: [{ deployment: newDeployment(workloads) }] })),
})
const chance = { bytes: (length: number) => new Uint8Array(length).fill(7), number: () => 0.5 }

const network: Workload = {
  ...bare('net1'),
  type: 'network',
  data: {
    ip_range: '10.20.0.0/16',
    subnet: '10.20.2.0/24',
    wireguard_private_key: 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=',
    wireguard_listen_port: 3011,
    peers: [],
    mycelium: { hex_key: 'ab'.repeat(32) },
  },
}
const machine = (name: string, env = {}): Workload<'zmachine'> => ({
  ...bare(name),
  type: 'zmachine',
  data: {
    flist: 'https://hub.grid.tf/x.flist',
    network: { public_ip: 'ip1', planetary: true, interfaces: [{ network: 'net1', ip: '10.20.2.2' }] },
    size: mib(500),
    compute_capacity: { cpu: 2, memory: gib(4) },
    mounts: [{ name: 'disk1', mountpoint: '/data' }],
    entrypoint: '/sbin/zinit init',
    env,
  },
})
const others: Workload[] = [
  { ...bare('disk1'), type: 'zmount', data: { size: gib(10) } },
  { ...bare('ip1'), type: 'ip', data: { v4: true, v6: false } },
  { ...bare('logs1'), type: 'zlogs', data: { zmachine: 'vm1', output: 'redis://10.0.0.1:6379' } },
  { ...bare('db1'), type: 'zdb', data: { size: gib(5), mode: 'seq', password: 'hunter2', public: false } },
]
const web: Workload = {
  ...bare('web'),
  type: 'gateway-name-proxy',
  data: { name: 'shop', tls_passthrough: false, backends: ['http://[{vm1.mycelium_ip}]:80', '{ip1.ip}:80'] },
}

test('a plan becomes resources that refer to each other', () => {
  const plan = planOf(
    [7, network, ...others, machine('vm1', { DOMAIN: '{web.fqdn}', DB: '{db1.address}' })],
    [null, web],
  )
  const read = readHcl(toTerraform(plan))
  expect(read['resource "grid_network" "net1"']).toEqual({
    name: 'net1',
    nodes: [7],
    ip_range: '10.20.0.0/16',
    mycelium_keys: { 7: 'var.net1_hex_key' },
  })
  expect(read['resource "grid_deployment" "vm1"']).toEqual({
    name: 'shop_prod',
    solution_type: 'vm/shop-prod',
    node: 7,
    network_name: 'grid_network.net1.name',
    disks: { name: 'disk1', size: 10 },
    vms: {
      name: 'vm1',
      flist: 'https://hub.grid.tf/x.flist',
      cpu: 2,
      memory: 4096,
      rootfs_size: 500,
      entrypoint: '/sbin/zinit init',
      publicip: true,
      planetary: true,
      ip: '10.20.2.2',
      zlogs: ['redis://10.0.0.1:6379'],
      env_vars: {
        DOMAIN: 'data.grid_gateway_domain.web.fqdn',
        DB: 'format([%s]:%d,grid_deployment.db1.zdbs[0].ips[1],grid_deployment.db1.zdbs[0].port)',
      },
      mounts: { name: 'disk1', mount_point: '/data' },
    },
  })
  expect(read['resource "grid_deployment" "db1"']).toMatchObject({
    zdbs: { name: 'db1', size: 5, mode: 'seq', password: 'var.db1_password', public: false },
  })
  expect(read['resource "grid_name_proxy" "web"']).toMatchObject({
    node: 'var.node_2',
    name: 'shop',
    backends: [
      'http://[${grid_deployment.vm1.vms[0].mycelium_ip}]:80',
      '${split("/", grid_deployment.vm1.vms[0].computedip)[0]}:80',
    ],
  })
  expect(read['data "grid_gateway_domain" "web"']).toEqual({ node: 'var.node_2', name: 'shop' })
  expect(read['variable "db1_password"']).toEqual({ type: 'string', sensitive: true })
})

test('a network over two nodes is one resource, and a network that runs already is named', () => {
  const read = readHcl(toTerraform(planOf([7, network], [8, network, machine('vm1')])))
  expect(read['resource "grid_network" "net1"']).toMatchObject({ nodes: [7, 8] })
  expect(readHcl(toTerraform(planOf([7, machine('vm1')])))['resource "grid_deployment" "vm1"']).toMatchObject({
    network_name: 'net1',
  })
})

test('what the provider does not know is left out, and what runs is told of', () => {
  const { network: joined, ...data } = machine('vm1').data
  const light: Workload = { ...bare('vm1'), type: 'zmachine-light', data: { ...data, network: joined } }
  const text = toTerraform(planOf([7, light]))
  expect(text).toContain('# Left out: vm1.\n')
  expect(Object.keys(readHcl(text))).toEqual(['terraform', 'provider "grid"'])
  const runs = planOf([7, ...others])
  runs.nodes[0]!.deployments[0]!.deployment.contract_id = 5
  expect(toTerraform(runs)).toMatch(/^# Some of this runs already/)
})

test.each([
  'plain',
  'say "hi"',
  'back\\slash',
  'two\nlines\r\t',
  '${var.x}',
  '$${x}',
  '%{ if x }',
  '$ and % and {',
  '\u0000\u007f\u0085',
  'é😀',
  '$',
])('%j is quoted so that it says the same', (text) => {
  expect(readHcl(`a = ${quote(text)}`)).toEqual({ a: text })
})

test('every plan is read back, and none of its secrets stands in the text', () => {
  for (let seed = 0; seed < 60; seed++) {
    const plan = somePlan(seed)
    const text = toTerraform(plan)
    expect(() => readHcl(text), `seed ${seed}`).not.toThrow()
    replaceSecrets(plan, ({ kind, value }) => {
      if (kind !== 'person' && /[0-9a-f]{12}/i.test(value)) expect(text, `seed ${seed}`).not.toContain(value)
      return ''
    })
  }
})

test.each(templates.map(({ id }) => id))('nothing of the template %s waits for itself', (id) => {
  const template = templates.find((one) => one.id === id)!
  const read = readHcl(toTerraform(template.plan('web', blankAnswers(template, chance), chance)))
  const resources = Object.entries(read).filter(([head]) => /^(resource|data)/.test(head))
  const nameOf = (head: string) => head.replace('resource ', '').replaceAll('"', '').replaceAll(' ', '.')
  const needs = new Map(
    resources.map(([head, body]) => [
      nameOf(head),
      resources.map(([other]) => nameOf(other)).filter((name) => JSON.stringify(body as Read).includes(`${name}.`)),
    ]),
  )
  const follow = (name: string, path: string[]): void => {
    expect(path).not.toContain(name)
    for (const need of needs.get(name) ?? []) follow(need, [...path, name])
  }
  for (const name of needs.keys()) follow(name, [])
})
