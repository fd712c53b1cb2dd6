import { buildIfStale, dist } from './dist.ts'
import { run } from './run.ts'
import { startSite } from './site.ts'

run(async (at) => {
  await buildIfStale()
  await startSite({ dist, ...at })
})
