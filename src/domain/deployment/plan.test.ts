import { expect, test } from 'vitest'
import { gib, mib } from '#domain/units.ts'
import { totalCapacity } from '#domain/workloads/workload.ts'
import { hash } from './challenge.ts'
import { freePort, freeSubnet, networkName } from './choice.ts'
import { images } from './images.ts'
import { diskProblem, planMachine, type MachinePlan } from './plan.ts'
import { deploymentProblem } from './problems.ts'

const image = images[0]!
const plan: MachinePlan = {
  name: 'web1',
  twinId: 7,
  image,
  cores: 2,
  memory: gib(4),
  rootSize: gib(0),
  disk: { size: gib(50), mountpoint: '/mnt/data' },
  sshKey: ' ssh-ed25519 AAAA me \n',
  network: {
    name: 'nwabcde',
    ipRange: '10.20.0.0/16',
    subnet: '10.20.2.0/24',
    wireGuard: { privateKey: 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=', port: 3011 },
    myceliumKey: '01'.repeat(32),
  },
}

test('the network goes first and says what it is in its contract and its metadata', () => {
  const [network] = planMachine(plan)
  const data = '{"version":3,"type":"network","name":"nwabcde","projectName":"vm/web1"}'
  expect(network.contractData).toBe(data)
  expect(network.deployment).toMatchObject({ version: 0, twin_id: 7, contract_id: 0, metadata: data, expiration: 0 })
  expect(network.deployment.workloads).toEqual([
    {
      version: 0,
      name: 'nwabcde',
      type: 'network',
      data: {
        ip_range: '10.20.0.0/16',
        subnet: '10.20.2.0/24',
        wireguard_private_key: plan.network.wireGuard.privateKey,
        wireguard_listen_port: 3011,
        peers: [],
        mycelium: { hex_key: '01'.repeat(32), peers: [] },
      },
      metadata: '{"version":3,"user_accesses":[]}',
      description: '',
    },
  ])
})

test('the machine mounts its disk, joins the network and lets the key in', () => {
  const [, machine] = planMachine(plan)
  expect(machine.contractData).toBe('{"version":3,"type":"vm","name":"web1","projectName":"vm/web1"}')
  const [disk, vm] = machine.deployment.workloads
  expect(disk).toMatchObject({ name: 'disk1', type: 'zmount', data: { size: gib(50) } })
  expect(vm).toMatchObject({
    name: 'web1',
    type: 'zmachine',
    data: {
      flist: image.flist,
      entrypoint: '/sbin/zinit init',
      size: 0,
      compute_capacity: { cpu: 2, memory: gib(4) },
      mounts: [{ name: 'disk1', mountpoint: '/mnt/data' }],
      env: { SSH_KEY: 'ssh-ed25519 AAAA me' },
      network: {
        interfaces: [{ network: 'nwabcde', ip: '10.20.2.2' }],
        mycelium: { network: 'nwabcde', hex_seed: '000002000002' },
      },
    },
  })
})

test('both are what a node takes, need one signature and have hashes of their own', () => {
  const planned = planMachine(plan).map(({ deployment }) => deployment)
  expect(planned.map(deploymentProblem)).toEqual([undefined, undefined])
  expect(new Set(planned.map(hash)).size).toBe(2)
  for (const { signature_requirement } of planned)
    expect(signature_requirement).toEqual({
      requests: [{ twin_id: 7, required: false, weight: 1 }],
      weight_required: 1,
      signatures: [],
      signature_style: '',
    })
})

test('it uses cores, memory, its disk and the least root disk', () => {
  const [, machine] = planMachine(plan)
  expect(totalCapacity(machine.deployment.workloads)).toEqual({ cru: 2, mru: gib(4), sru: gib(52), hru: gib(0) })
  const [, small] = planMachine({ ...plan, cores: 1, memory: mib(512), disk: undefined })
  expect(small.deployment.workloads).toHaveLength(1)
  expect(totalCapacity(small.deployment.workloads).sru).toBe(mib(500))
})

test('a machine may have the name that its disk would have', () => {
  const [, machine] = planMachine({ ...plan, name: 'disk1' })
  expect(deploymentProblem(machine.deployment)).toBeUndefined()
})

test('a full image needs a disk to boot from', () => {
  const full = images.find(({ kind }) => kind === 'full')!
  expect(diskProblem(full, undefined)?.said).toBe('at least one mount has to be attached for Vm mode')
  expect(diskProblem(full, plan.disk)).toBeUndefined()
  expect(diskProblem(image, undefined)).toBeUndefined()
})

test('choices: a name by chance, a port nobody listens on, the first free subnet', () => {
  const values = [0, 0.999, 0.5, 0.1, 0.2]
  expect(networkName(() => values.shift()!)).toBe('nwazncf')
  expect(freePort([], () => 0)).toBe(1024)
  expect(freePort([1024, 32767], () => 0)).toBe(1025)
  expect(freePort([1024, 32767], () => 0.99999999)).toBe(32766)
  expect(
    freePort(
      Array.from({ length: 65536 }, (_, i) => i),
      () => 0,
    ),
  ).toBeUndefined()
  expect(freeSubnet('10.20.0.0/16', [])).toBe('10.20.2.0/24')
  expect(freeSubnet('10.20.0.0/16', ['10.20.2.0/24', '10.20.3.0/24'])).toBe('10.20.4.0/24')
  const all = Array.from({ length: 256 }, (_, i) => `10.20.${i}.0/24`)
  expect(freeSubnet('10.20.0.0/16', all)).toBeUndefined()
})

test('images have names and addresses of their own', () => {
  expect(new Set(images.map(({ name }) => name)).size).toBe(images.length)
  expect(new Set(images.map(({ flist }) => flist)).size).toBe(images.length)
})
