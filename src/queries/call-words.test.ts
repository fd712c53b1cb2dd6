import { expect, test } from 'vitest'
import { tft } from '#domain/money.ts'
import type { Call } from '#protocols/chain/call.ts'
import { titleOf, wordsOf } from './call-words.ts'

const contract = (nodeId: number): Call => ({ call: 'create-node-contract', nodeId, hash: '', data: '', publicIps: 0 })
const bill = (contractId: number): Call => ({ call: 'bill-contract', contractId })
const ip = (address: string): Call => ({ call: 'add-farm-ip', farmId: 7, ip: address, gateway: '185.1.2.1' })
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
  { calls: [bill(12), bill(14)], title: 'Settle 2 contracts', detail: /12, 14/ },
  {
    calls: [ip('185.1.2.3/24'), ip('185.1.2.4/24')],
    title: 'Add 2 public IPs to farm 7',
    detail: /^185.1.2.3\/24, 185.1.2.4\/24, behind gateway 185.1.2.1$/,
  },
  {
    calls: [{ call: 'remove-farm-ip', farmId: 7, ip: '185.1.2.3/24' }],
    title: 'Remove 1 public IP from farm 7',
    detail: /185.1.2.3/,
  },
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
