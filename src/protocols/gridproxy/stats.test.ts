import { expect, test, vi } from 'vitest'
import { getStats } from './stats.ts'

const { signal } = new AbortController()
const answer = {
  nodes: 3,
  farms: 2,
  countries: 2,
  totalCru: 64,
  totalSru: 6001196802048,
  totalMru: 404898115584,
  totalHru: 0,
  publicIps: 5,
  accessNodes: 1,
  gateways: 1,
  twins: 9,
  contracts: 4,
  nodesDistribution: { Belgium: 2, Germany: 1 },
  gpus: 1,
  dedicatedNodes: 1,
  workloads_number: 12,
}

test('statistics tell of all nodes, or of those in some states', async () => {
  const fetched = vi.fn(async (_url: string) => new Response(JSON.stringify(answer)))
  vi.stubGlobal('fetch', fetched)
  expect(await getStats('https://p', undefined, signal)).toEqual({
    nodes: 3,
    farms: 2,
    countries: 2,
    capacity: { cru: 64, mru: 404898115584, sru: 6001196802048, hru: 0 },
    publicIps: 5,
    accessNodes: 1,
    gateways: 1,
    twins: 9,
    contracts: 4,
    gpuNodes: 1,
    dedicatedNodes: 1,
    nodesByCountry: { Belgium: 2, Germany: 1 },
  })
  await getStats('https://p', ['up', 'standby'], signal)
  expect(fetched.mock.calls.map(([url]) => url)).toEqual(['https://p/stats?', 'https://p/stats?status=up%2Cstandby'])
})

test('statistics that lack a figure say which', async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ ...answer, twins: null })))
  await expect(getStats('https://p', undefined, signal)).rejects.toMatchObject({
    fault: { reason: 'twins should be a number, got null' },
  })
})
