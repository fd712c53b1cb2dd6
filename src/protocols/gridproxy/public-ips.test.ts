import { expect, test, vi } from 'vitest'
import { countFreeIps } from './public-ips.ts'

test('free public IPs are counted without asking for all of them', async () => {
  const fetched = vi.fn(async (_url: string) => new Response('[]', { headers: { count: '1275' } }))
  vi.stubGlobal('fetch', fetched)
  expect(await countFreeIps('https://p', new AbortController().signal)).toBe(1275)
  expect(fetched.mock.calls[0]![0]).toBe('https://p/public_ips?free=true&ret_count=true&size=1')
})
