import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildIfStale, dist } from '#support/dist.ts'
import type { Measure } from './measure.ts'

/** What a browser fetches before it shows anything. */
export async function measureBundle(): Promise<Measure[]> {
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
