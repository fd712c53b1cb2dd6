import { expect, test, vi } from 'vitest'
import { listContracts, pageOfContracts } from './contracts.ts'

const { signal } = new AbortController()
const shared = { twin_id: 4402, state: 'Created', created_at: 1751000000 }
const node = (id: number) => ({
  ...shared,
  contract_id: id,
  type: 'node',
  details: {
    nodeId: 42,
    deployment_data: '{"type":"vm","name":"vm1","projectName":"vm/vm1"}',
    deployment_hash: '5f1c9a',
    number_of_public_ips: 1,
    farm_name: 'MossFarm',
    farm_id: 7,
  },
})

const answerWith = (bodyOf: (query: URLSearchParams) => unknown) => {
  const asked: URLSearchParams[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(new URL(url).searchParams)
    return new Response(JSON.stringify(bodyOf(asked.at(-1)!)))
  })
  return asked
}

test('each kind of contract keeps what is its own', async () => {
  answerWith(() => [
    node(5012),
    { ...shared, contract_id: 5013, type: 'rent', details: { nodeId: 43, farm_name: 'MossFarm', farm_id: 7 } },
    { ...shared, contract_id: 5014, type: 'name', details: { name: 'myblog' } },
    { ...shared, contract_id: 5015, type: 'loan', details: {} },
  ])
  const { contracts, problems } = await listContracts('https://p', { twinId: 4402 }, signal)
  expect(contracts).toEqual([
    {
      id: 5012,
      twinId: 4402,
      state: 'Created',
      createdAt: 1751000000,
      kind: 'node',
      nodeId: 42,
      hash: '5f1c9a',
      publicIps: 1,
      text: '{"type":"vm","name":"vm1","projectName":"vm/vm1"}',
      data: { type: 'vm', name: 'vm1', projectName: 'vm/vm1' },
    },
    { id: 5013, twinId: 4402, state: 'Created', createdAt: 1751000000, kind: 'rent', nodeId: 43 },
    { id: 5014, twinId: 4402, state: 'Created', createdAt: 1751000000, kind: 'name', name: 'myblog' },
  ])
  expect(problems).toHaveLength(1)
})

test('more contracts than fit one page are all fetched', async () => {
  const asked = answerWith((query) =>
    Array.from({ length: query.get('page') === '1' ? 500 : 3 }, (_, i) => node(9000 - i)),
  )
  const states: ('Created' | 'GracePeriod')[] = ['Created', 'GracePeriod']
  const { contracts } = await listContracts('https://p', { twinId: 1, states, type: 'node' }, signal)
  expect(contracts).toHaveLength(503)
  expect(asked.map((query) => query.get('page'))).toEqual(['1', '2'])
  expect(asked[0]!.get('state')).toBe('Created,GracePeriod')
})

test('one page of a node’s contracts says how many there are in all', async () => {
  const asked: URLSearchParams[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(new URL(url).searchParams)
    return new Response(JSON.stringify([node(9000), { contract_id: 'x' }]), { headers: { count: '41' } })
  })
  const page = await pageOfContracts('https://p', { nodeId: 42, states: ['Deleted'], page: 3, size: 20 }, signal)
  expect(page.contracts.map(({ id }) => id)).toEqual([9000])
  expect(page.count).toBe(41)
  expect(page.problems).toHaveLength(1)
  const { node_id, page: number, size, state, ret_count } = Object.fromEntries(asked[0]!)
  expect({ node_id, number, size, state, ret_count }).toEqual({
    node_id: '42',
    number: '3',
    size: '20',
    state: 'Deleted',
    ret_count: 'true',
  })
})
