import { expect, test } from 'vitest'
import type { NodeContract } from '#domain/deployed.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { cloneOf, nextName } from './clone.ts'
import { bare, newDeployment, placed, withWorkload } from './plan.ts'
import { toPlanned } from './planned.ts'
import { planOfRunning } from './update.ts'

const chance = { bytes: (length: number) => new Uint8Array(length).fill(7), number: () => 0.5 }

test.each([
  ['web', [], 'web2'],
  ['web2', [], 'web3'],
  ['web', ['web2', 'web3'], 'web4'],
])('a copy of %s beside %j is %s', (name, taken, next) => {
  expect(nextName(name, taken)).toBe(next)
})

const running = (workloads: unknown[], contractId: number): Deployment =>
  ({
    ...newDeployment(workloads as Deployment['workloads']),
    version: 3,
    twin_id: 9,
    contract_id: contractId,
  }) as Deployment

test('a copy is new: no contracts, keys of its own, and what belongs to one place is empty', () => {
  const ok = (data: unknown) => ({ result: { created: 1, state: 'ok', message: '', data } })
  const held = new Map([
    [
      1,
      running(
        [
          {
            ...bare('net'),
            version: 2,
            type: 'network',
            metadata: '{"version":3,"user_accesses":[{"node_id":7}]}',
            data: {
              ip_range: '10.20.0.0/16',
              subnet: '10.20.2.0/24',
              wireguard_private_key: 'old',
              wireguard_listen_port: 4000,
              peers: [{}],
              mycelium: { hex_key: 'old', peers: [] },
            },
          },
        ],
        1,
      ),
    ],
    [
      2,
      running(
        [
          {
            ...bare('vm1'),
            type: 'zmachine',
            data: {
              flist: 'f',
              network: {
                interfaces: [{ network: 'net', ip: '10.20.2.2' }],
                mycelium: { Network: 'net', hex_seed: 'aa' },
              },
              __type: 'zmachine',
            },
            ...ok({ ip: '10.20.2.2', mycelium_ip: '49a::2' }),
          },
        ],
        2,
      ),
    ],
    [
      3,
      running(
        [
          {
            ...bare('shop'),
            type: 'gateway-name-proxy',
            data: {
              name: 'shop',
              tls_passthrough: false,
              backends: ['http://[49a::2]:80', 'http://10.20.2.2:80', 'http://10.20.2.22:80'],
              network: 'net',
            },
          },
        ],
        3,
      ),
    ],
  ])
  const contracts = [1, 2, 3].map((id) => ({ id, nodeId: 7, text: 'old' }) as NodeContract)
  const clone = cloneOf(planOfRunning(contracts, held, 'web', 'vm'), held, 'web2', chance)
  expect(clone.name).toBe('web2')
  const deployments = clone.nodes[0]!.deployments
  for (const { contract_data, deployment } of deployments) {
    expect(contract_data).toBeUndefined()
    expect(deployment).toMatchObject({ contract_id: 0, version: 0, twin_id: 0 })
    expect(deployment.workloads[0]).toMatchObject({ version: 0 })
    expect(deployment.workloads[0]).not.toHaveProperty('result')
  }
  const [network, machine, gateway] = deployments.map(({ deployment }) => deployment.workloads[0]!)
  expect(network).toMatchObject({
    name: 'net2',
    metadata: '{"version":3,"user_accesses":[]}',
    data: {
      ip_range: '10.20.0.0/16',
      subnet: '',
      wireguard_listen_port: 0,
      peers: [],
      mycelium: { hex_key: '07'.repeat(32) },
    },
  })
  expect(network!.data).not.toMatchObject({ wireguard_private_key: 'old' })
  expect(machine!.data).toEqual({
    flist: 'f',
    network: { interfaces: [{ network: 'net2', ip: '' }], mycelium: { Network: 'net2', hex_seed: '' } },
    __type: 'zmachine',
  })
  expect(gateway).toMatchObject({
    name: 'shop2',
    data: {
      name: 'shop2',
      network: 'net2',
      backends: ['http://[{vm1.mycelium_ip}]:80', 'http://{vm1.ip}:80', 'http://10.20.2.22:80'],
    },
  })
})

const machine = (name: string, network: string, ip: string, env: Record<string, string>) => ({
  ...bare(name),
  type: 'zmachine',
  data: { flist: 'f', network: { interfaces: [{ network, ip }] }, env },
  result: { created: 1, state: 'ok', message: '', data: { ip } },
})

test('environments follow the copy’s own machines and gateways, and leave all other addresses as they are', () => {
  const worker = {
    K3S_URL: 'https://10.20.2.2:6443',
    SITE: 'https://shop.gent01.grid.tf/x',
    OTHERS: '10.20.2.22 10.20.9.9 myshop.gent01.grid.tf shop.gent01.grid.tf.example.com',
    KEEP: '{"a":"{b.c}"}',
  }
  const shop = {
    ...bare('shop'),
    type: 'gateway-name-proxy',
    data: { name: 'shop', tls_passthrough: false, backends: ['http://10.20.2.2:80'] },
    result: { created: 1, state: 'ok', message: '', data: { fqdn: 'shop.gent01.grid.tf' } },
  }
  const held = new Map([
    [
      1,
      running(
        [
          machine('master', 'net', '10.20.2.2', { K3S_URL: '', OWN: '10.20.2.2' }),
          machine('worker1', 'net', '10.20.2.3', worker),
          machine('apart', 'other', '10.20.2.9', { NEAR: '10.20.2.2' }),
        ],
        1,
      ),
    ],
    [2, running([shop], 2)],
  ])
  const contracts = [1, 2].map((id) => ({ id, nodeId: 7, text: '' }) as NodeContract)
  const clone = cloneOf(planOfRunning(contracts, held, 'k8s', 'kubernetes'), held, 'k8s2', chance)
  const environments = () =>
    Object.fromEntries(
      placed(clone).flatMap(({ workload }) =>
        workload.type === 'zmachine' ? [[workload.name, workload.data.env]] : [],
      ),
    )
  expect(environments()).toEqual({
    master: { K3S_URL: '', OWN: '{master.ip}' },
    worker1: { ...worker, K3S_URL: 'https://{master.ip}:6443', SITE: 'https://{shop2.fqdn}/x' },
    apart: { NEAR: '10.20.2.2' },
  })

  // The addresses that the copy gets are in what is signed.
  const addressed = placed(clone).reduce(
    (plan, { at, workload }, i) =>
      workload.type === 'zmachine'
        ? withWorkload(plan, at, () => ({
            ...workload,
            data: {
              ...workload.data,
              network: { ...workload.data.network, interfaces: [{ network: 'net', ip: `10.20.7.${i}` }] },
            },
          }))
        : plan,
    clone,
  )
  const [signed] = toPlanned(addressed, 9, () => ({ twinId: 1, domain: 'gent02.grid.tf' }))
  const [apart, master, worker1] = signed!.deployment.workloads as Workload<'zmachine'>[]
  const ip = master!.data.network.interfaces[0]!.ip
  expect(apart!.data.env).toEqual({ NEAR: '10.20.2.2' })
  expect(master!.data.env).toEqual({ K3S_URL: '', OWN: ip })
  expect(worker1!.data.env).toMatchObject({ K3S_URL: `https://${ip}:6443`, SITE: 'https://shop2.gent02.grid.tf/x' })
})
