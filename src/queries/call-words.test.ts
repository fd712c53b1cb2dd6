import { expect, test } from 'vitest'
import { tft } from '#domain/money.ts'
import type { Call } from '#protocols/chain/call.ts'
import { titleOf, wordsOf } from './call-words.ts'

const contract = (nodeId: number): Call => ({ call: 'create-node-contract', nodeId, hash: '', data: '', publicIps: 0 })
const key = new Uint8Array(33)

test.each<{ calls: Call[]; title: string; detail: RegExp }>([
  { calls: [{ call: 'transfer', to: '5Abc', amount: 15_000_000n }], title: 'Send 1.5 TFT', detail: /5Abc/ },
  { calls: [{ call: 'transfer-all', to: '5Abc' }], title: 'Send all TFT', detail: /the account ends/ },
  {
    calls: [{ call: 'swap-to-stellar', to: 'GABC', amount: tft(3) }],
    title: 'Withdraw 3 TFT to Stellar',
    detail: /GABC/,
  },
  {
    calls: [{ call: 'create-twin', relay: 'a.tf_b.tf', encryptionKey: key }],
    title: 'Make a twin',
    detail: /at a.tf and b.tf, with a key/,
  },
  {
    calls: [{ call: 'update-twin', relay: undefined, encryptionKey: undefined }],
    title: 'Change the twin',
    detail: /no message.*in the clear/,
  },
  { calls: [contract(7), contract(7), contract(9)], title: 'Make 3 contracts', detail: /node 7, 9/ },
  { calls: [{ call: 'cancel-contract', contractId: 12 }], title: 'Cancel 1 contract', detail: /12/ },
])('calls are said as $title', ({ calls, title, detail }) => {
  const [words] = wordsOf(calls)
  expect(words!.title).toBe(title)
  expect(words!.detail).toMatch(detail)
})

test('several calls are one line', () => {
  const calls: Call[] = [
    { call: 'accept-terms', link: 'http://a', hash: 'b' },
    { call: 'create-twin', relay: 'a.tf', encryptionKey: key },
  ]
  expect(titleOf(calls)).toBe('Accept the terms · Make a twin')
})
