import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { gzipSync } from 'node:zlib'
import { hash } from '#domain/deployment/challenge.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { gib } from '#domain/units.ts'
import { startGrid } from '#grid/grid.ts'
import { connectChain } from '#protocols/chain/connection.ts'
import { buildIfStale, dist } from '#support/dist.ts'

/** A figure, and the largest it may be where that is promised. */
type Measure = { what: string; figure: number; unit: string; limit?: number }

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function p95Of(times: number, work: () => Promise<unknown>): Promise<number> {
  const each: number[] = []
  for (let i = 0; i < times; i++) each.push(await msOf(work))
  return each.sort((a, b) => a - b)[Math.ceil(times * 0.95) - 1]!
}

/** Leaves its grid and connections open: the process ends with its figures, and libraries would complain of each closing. */
async function ofGrid(): Promise<Measure[]> {
  const start = performance.now()
  const { chain, gridproxy } = (await startGrid()).ready
  const ready = performance.now() - start

  let page = 0
  const readPage = async () =>
    (await fetch(`${gridproxy}/nodes?size=50&page=${(page++ % 4) + 1}&ret_count=true`)).json()
  const connect = () => connectChain(chain)
  // The first of each also loads code and fills caches.
  await readPage()
  await connect()
  return [
    { what: 'Local grid ready', figure: ready, unit: 'ms' },
    { what: '50 nodes listed, p95 of 400', figure: await p95Of(400, readPage), unit: 'ms', limit: 10 },
    { what: 'Chain connected, p95 of 20', figure: await p95Of(20, connect), unit: 'ms', limit: 500 },
  ]
}

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

function ofHashing(workloads: number): Measure {
  const subject = deployment(workloads)
  const end = performance.now() + 1000
  let hashes = 0
  for (; performance.now() < end; hashes++) hash(subject)
  return { what: `Deployments of ${workloads} workloads hashed`, figure: hashes, unit: '/s' }
}

async function ofBundle(): Promise<Measure[]> {
  await buildIfStale()
  const gzipped = async (file: string) => gzipSync(await readFile(join(dist, file))).length / 1024
  const page = await readFile(join(dist, 'index.html'), 'utf8')
  const first = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => gzipped(path!))
  const worker = (await readdir(join(dist, 'assets'))).find((name) => /worker.*\.js$/.test(name))
  return [
    {
      what: 'Scripts before the first page, gzip',
      figure: (await Promise.all(first)).reduce((a, b) => a + b, 0),
      unit: 'KiB',
    },
    { what: 'Worker, gzip', figure: worker ? await gzipped(join('assets', worker)) : Number.NaN, unit: 'KiB' },
  ]
}

const measures = [...(await ofBundle()), ofHashing(5), ofHashing(50), ...(await ofGrid())]
for (const { what, figure, unit, limit = Infinity } of measures) {
  const shown = figure.toLocaleString('en', { maximumFractionDigits: figure < 100 ? 1 : 0 })
  const verdict = limit === Infinity ? '' : figure <= limit ? `  within ${limit} ${unit}` : `  OVER ${limit} ${unit}`
  console.log(`${what.padEnd(42)}${shown.padStart(9)} ${unit.padEnd(4)}${verdict}`)
}
process.exit(measures.some(({ figure, limit = Infinity }) => figure > limit) ? 1 : 0)
