import { expect, test, vi } from 'vitest'
import { getConsumption, listBills } from './bills.ts'

const { signal } = new AbortController()
const bill = (timestamp: number) => ({ amountBilled: 184300, discountReceived: 'Gold', timestamp })

const answerWith = (count: number) => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    const { pathname, searchParams } = new URL(url)
    asked.push(`${pathname} ${searchParams.get('page')}`)
    const from = (Number(searchParams.get('page')) - 1) * 1000
    const rows = Array.from({ length: Math.min(1000, count - from) }, (_, i) => bill(90_000 - from - i))
    return new Response(JSON.stringify(rows), { headers: { count: String(count) } })
  })
  return asked
}

test('bills of a contract come as amounts and times, the newest first', async () => {
  answerWith(2)
  expect(await listBills('https://p', 7, 500, signal)).toEqual({
    bills: [
      { at: 90_000, amount: 184_300n, discount: 'Gold' },
      { at: 89_999, amount: 184_300n, discount: 'Gold' },
    ],
    count: 2,
  })
})

test.each([
  ['all of them', 9_999, 2_500, 2_500, 3],
  ['no more than are wanted', 1_200, 2_500, 1_200, 2],
  ['a page that is just full, and none after it', 9_999, 1_000, 1_000, 2],
])('%s are fetched, page by page', async (_, most, there, fetched, pages) => {
  const asked = answerWith(there)
  const { bills, count } = await listBills('https://p', 7, most, signal)
  expect(bills).toHaveLength(fetched)
  expect(count).toBe(there)
  expect(asked).toEqual(Array.from({ length: pages }, (_unused, i) => `/contracts/7/bills ${i + 1}`))
})

test('a bill that cannot be read is told, for a sum without it would be wrong', async () => {
  vi.stubGlobal('fetch', async () => new Response('[{"amountBilled":"many"}]'))
  await expect(listBills('https://p', 7, 10, signal)).rejects.toMatchObject({
    fault: { kind: 'unreadable', reason: 'bills[0].amountBilled should be a number, got "many"' },
  })
})

test('what a twin consumes is told in TFT', async () => {
  vi.stubGlobal('fetch', async () => new Response('{"last_hour_consumption":0.0184,"overall_consumption":212.7000001}'))
  expect(await getConsumption('https://p', 4402, signal)).toEqual({ lastHour: 184_000n, ever: 2_127_000_001n })
})
