import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
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

export const deployment = (workloads: number): Deployment => ({
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

/** How many of these one thread hashes in a second. */
export function hashesASecond(hashOnce: () => void): number {
  const end = performance.now() + 1000
  let hashes = 0
  for (; performance.now() < end; hashes++) hashOnce()
  return hashes
}

/** With how many workloads; a small deployment, and one of the size that a cluster makes. */
export const sizes = [5, 50]

/**
 * Deployments hashed. With `GRID_CLIENT_PUBLISHED=<folder>` also by the published client that is installed there
 * (`npm i --ignore-scripts @threefold/grid_client@2.9.2`), in the same seconds and with the same outcome.
 */
export async function measureHashing(): Promise<Measure[]> {
  const folder = process.env.GRID_CLIENT_PUBLISHED
  const published = folder ? await runPublished(folder) : undefined
  return sizes.flatMap((size, i) => {
    const subject = deployment(size)
    const what = `Deployments of ${size} workloads hashed`
    const figure = hashesASecond(() => hash(subject))
    if (!published) return [{ what, figure, unit: '/s' }]
    const theirs = published[i]!
    if (theirs.hash !== hash(subject))
      throw new Error(`the published client hashes ${size} workloads to ${theirs.hash}`)
    return [
      { what, figure, unit: '/s' },
      { what: '  by the published client', figure: theirs.hashes, unit: '/s' },
      { what: '  so many times as many', figure: figure / theirs.hashes, unit: '×', least: 10 },
    ]
  })
}

export type Published = { hash: string; hashes: number }[]

async function runPublished(folder: string): Promise<Published> {
  const program = ['--import', 'tsx', 'e2e/bench/hash-published.ts', folder]
  const { stdout } = await promisify(execFile)(process.execPath, program)
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Published
}
