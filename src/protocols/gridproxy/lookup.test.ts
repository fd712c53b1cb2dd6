import { afterEach, expect, test, vi } from 'vitest'
import { countContracts, findFarms, findNode, findPublicIps, findTwins } from './lookup.ts'

const { signal } = new AbortController()
const answerWith = (body: unknown, headers = {}) => {
  const fetch = vi.fn<(url: string) => Promise<Response>>(async () => new Response(JSON.stringify(body), { headers }))
  vi.stubGlobal('fetch', fetch)
  return () => fetch.mock.calls[0]![0]
}
afterEach(() => vi.unstubAllGlobals())

test('a node is asked for in a list, and told with its own addresses', async () => {
  const publicConfig = { domain: '', ipv4: '185.69.166.10/24', gw4: '', ipv6: '', gw6: '' }
  const asked = answerWith([{ nodeId: 7, farmName: 'Moss', country: 'Belgium', status: 'up', publicConfig }])
  const [node] = await findNode('https://p', 7, signal)
  expect(node).toMatchObject({ id: 7, addresses: ['185.69.166.10/24', ''] })
  expect(asked()).toBe('https://p/nodes?node_id=7&size=1')
})

test('what cannot be read is as good as not found', async () => {
  answerWith([{ farmId: 'seven', name: 'Moss' }])
  expect(await findFarms('https://p', { farm_id: 7 }, signal)).toEqual([])
})

test('twins and public IPs come in the words of the domain', async () => {
  answerWith([{ twinId: 9, accountId: '5F', relay: '', publicKey: '' }])
  expect(await findTwins('https://p', { twin_id: 9 }, signal)).toEqual([{ id: 9, address: '5F', relay: '' }])
  answerWith([{ id: 'x', ip: '1.2.3.4/24', gateway: '1.2.3.1', contract_id: 0, farm_id: 3 }])
  expect(await findPublicIps('https://p', signal)).toEqual([{ ip: '1.2.3.4/24', farmId: 3, contractId: 0 }])
})

test('only contracts that are paid for are counted', async () => {
  const asked = answerWith([], { count: '12' })
  expect(await countContracts('https://p', 9, signal)).toBe(12)
  expect(decodeURIComponent(asked())).toContain('state=Created,GracePeriod')
})
