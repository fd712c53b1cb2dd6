import { expect, test } from 'vitest'
import type { Workload } from '#domain/deployment/deployment.ts'
import { network } from '../../testbed.ts'
import { fqdnGateway, lightNetwork, nameGateway } from './samples.ts'
import { SoleNode, twin, type Wanted } from './sole-node.ts'

const publicConfig = (domain: string | null) => ({
  ip4: { ip: '29.0.1.2/24', gw: '29.0.1.1' },
  ip6: { ip: '3ffe:0:1::2/64', gw: '3ffe:0:1::1' },
  domain,
})

/** A node on which alice holds the name `web`, and somebody else `theirs`. */
function gatewayNode(wanted: Wanted = {}): SoleNode {
  const sole = new SoleNode(wanted)
  sole.names.set('web', twin).set('theirs', twin + 1)
  return sole
}
async function said(workload: Workload, wanted: Wanted = {}): Promise<string> {
  const sole = gatewayNode(wanted)
  return sole.states(await sole.deploy([workload]))[workload.name]!
}

test('a gateway serves a name below its domain', async () => {
  const sole = gatewayNode()
  const id = await sole.deploy([nameGateway('web')])
  expect(sole.result(id, 'web')).toMatchObject({ state: 'ok', data: { fqdn: 'web.gent1.local.grid.tf' } })
})

const name = 'failed to setup name proxy: '
test.each<[string, Workload, Wanted, string]>([
  [
    'no public config',
    nameGateway('web'),
    { publicConfig: null },
    'gateway is not supported on this node: no public configuration',
  ],
  [
    'no public config, light',
    nameGateway('web'),
    { publicConfig: null, light: true },
    'gateway is not supported on this node, domain is not set',
  ],
  [
    'no domain',
    nameGateway('web'),
    { publicConfig: publicConfig(null) },
    "node doesn't support name proxy (doesn't have a domain)",
  ],
  [
    'no domain, light',
    nameGateway('web'),
    { publicConfig: publicConfig(null), light: true },
    'gateway is not supported on this node, domain is not set',
  ],
  [
    'no name contract',
    nameGateway('nobody'),
    {},
    'failed to verify name contract: a name contract with the given name must be reserved first',
  ],
  ["another's name contract", nameGateway('theirs'), {}, 'failed to verify name contract: twin id mismatch'],
  [
    'a backend that is the gateway',
    nameGateway('web', { backends: ['http://29.0.1.2:80'] }),
    {},
    "backend http://29.0.1.2:80 points to the node's own public IP address",
  ],
  [
    'one by IPv6',
    nameGateway('web', { backends: ['http://[3ffe:0:1:0::2]'] }),
    {},
    "backend http://[3ffe:0:1:0::2] points to the node's own public IP address",
  ],
])('a name gateway with %s fails', async (_, workload, wanted, reason) => {
  expect(await said(workload, wanted)).toBe(name + reason)
})

const fqdn = 'failed to setup fqdn proxy: '
test.each<[string, Wanted, string]>([
  ['www.29.0.1.2.sslip.io', {}, 'ok'],
  ['29-0-1-2.sslip.io', {}, 'ok'],
  ['my-shop-29-0-1-2.nip.io', { light: true }, 'ok'],
  ['29-0-1-3.sslip.io', {}, `${fqdn}failed to verify domain dns record: host doesn't point to the gateway ip`],
  [
    '29-0-1-999.sslip.io',
    {},
    `${fqdn}failed to verify domain dns record: lookup 29-0-1-999.sslip.io on 8.8.8.8:53: no such host`,
  ],
  [
    'www.example.com',
    {},
    `${fqdn}failed to verify domain dns record: lookup www.example.com on 8.8.8.8:53: no such host`,
  ],
  [
    'www.gent1.local.grid.tf',
    {},
    `${fqdn}can't create a fqdn workload with a subdomain of the gateway's managed domain`,
  ],
  [
    '29-0-1-2.sslip.io',
    { publicConfig: null },
    `${fqdn}gateway is not supported on this node: no public configuration`,
  ],
])("a gateway for one's own domain %s comes to %j: %s", async (domain, wanted, outcome) => {
  expect(await said(fqdnGateway('gw', domain), wanted)).toBe(outcome)
})

test("a gateway for one's own domain has nothing to tell", async () => {
  const sole = gatewayNode()
  const id = await sole.deploy([fqdnGateway('gw', '29-0-1-2.sslip.io')])
  expect(sole.result(id, 'gw').data).toEqual({})
})

test.each([
  [false, 'domain already registered: web.gent1.local.grid.tf'],
  [true, 'domain already registered'],
])('a domain is served once, until its workload is gone (light: %s)', async (light, reason) => {
  const sole = gatewayNode({ light })
  const id = await sole.deploy([nameGateway('web')])
  const other: Workload = { ...nameGateway('web'), name: 'again' }
  expect(sole.states(await sole.deploy([other])).again).toBe(name + reason)
  sole.cancel(id)
  expect(sole.states(await sole.deploy([other])).again).toBe('ok')
})

test.each([
  [false, /^failed to setup name proxy: failed to get user network: couldn't load network with id \(\w+\): open /],
  [true, /^failed to setup name proxy: failed to get user network: couldn't load network with name \(\w+\): open /],
])('a gateway into a network needs the network on its node (light: %s)', async (light, reason) => {
  const sole = gatewayNode({ light })
  const inside = nameGateway('web', { network: 'net1', backends: ['http://10.20.2.5:80'] })
  const id = await sole.deploy([inside])
  expect(sole.states(id).web).toMatch(reason)
  await sole.deploy([light ? lightNetwork('net1') : network('net1')])
  expect(sole.states(await sole.deploy([{ ...inside, name: 'again' }])).again).toBe('ok')
})

test('a gateway goes when its name is lost; others stay', async () => {
  const sole = gatewayNode()
  sole.names.set('blog', twin)
  const id = await sole.deploy([nameGateway('web'), nameGateway('blog'), fqdnGateway('own', '29-0-1-2.sslip.io')])
  sole.names.delete('web')
  sole.node.checkNames()
  await sole.idle()
  expect(sole.states(id)).toEqual({ blog: 'ok', own: 'ok' })
  expect(sole.story(id).at(-1)).toBe(
    'web 0 deleted workload decommissioned by system, reason: a name contract with the given name must be reserved first',
  )
  sole.names.set('blog', twin + 1)
  sole.node.checkNames()
  await sole.idle()
  expect(sole.story(id).at(-1)).toContain('reason: twin id mismatch')
})
