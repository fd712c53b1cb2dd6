import { hash } from '#domain/deployment/challenge.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { gib } from '#domain/units.ts'
import type { Measure } from './measure.ts'

const disk = (name: string): Workload => ({
  version: 0,
  name,
  type: 'zmount',
  data: { size: gib(10) },
  metadata: '',
  description: '',
})

const machine = (name: string, mounted: string): Workload => ({
  version: 0,
  name,
  type: 'zmachine',
  data: {
    flist: 'https://hub.grid.tf/tf-official-apps/threefoldtech-ubuntu-22.04.flist',
    network: { public_ip: '', planetary: false, interfaces: [{ network: 'net', ip: '10.20.2.2' }] },
    size: gib(10),
    compute_capacity: { cpu: 2, memory: gib(4) },
    mounts: [{ name: mounted, mountpoint: '/data' }],
    entrypoint: '/sbin/zinit init',
    env: { SSH_KEY: `ssh-ed25519 ${'A'.repeat(68)} someone@somewhere` },
    corex: false,
    gpu: [],
  },
  metadata: '',
  description: '',
})

const deployment = (workloads: number): Deployment => ({
  version: 0,
  twin_id: 7,
  contract_id: 0,
  metadata: '',
  description: '',
  expiration: 0,
  signature_requirement: { requests: [{ twin_id: 7, required: false, weight: 1 }], weight_required: 1, signatures: [] },
  workloads: Array.from({ length: workloads }, (_, i) =>
    i % 2 ? machine(`vm${i}`, `disk${i - 1}`) : disk(`disk${i}`),
  ),
})

/** As many as one thread hashes in a second. */
export function measureHashing(workloads: number): Measure {
  const subject = deployment(workloads)
  const end = performance.now() + 1000
  let hashes = 0
  for (; performance.now() < end; hashes++) hash(subject)
  return { what: `Deployments of ${workloads} workloads hashed`, figure: hashes, unit: '/s' }
}
