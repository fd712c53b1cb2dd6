import { expect, test } from 'vitest'
import { WireError } from '#protocols/fault.ts'
import { asWireError } from './fault.ts'

const where = 'TFChain'

test.each([
  ['1010: Invalid Transaction: Inability to pay some fees , e.g. account balance too low', { kind: 'unfunded', where }],
  ['1013: Transaction Already Imported', { kind: 'refused', where, reason: '1013: Transaction Already Imported' }],
  ['disconnected from ws://127.0.0.1:9944: 1006:: Abnormal Closure', { kind: 'unreachable', where }],
  ['WebSocket is not connected', { kind: 'unreachable', where }],
  ['No response received from RPC endpoint in 60s', { kind: 'unreachable', where }],
])('what the library says is a fault: %s', (message, fault) => {
  expect(asWireError(new Error(message))).toMatchObject({ fault })
})

test('a fault stays as it is, and so does an error of our own making', () => {
  const fault = new WireError({ kind: 'unreachable', where })
  const mistake = new TypeError('x is not a function')
  expect(asWireError(fault)).toBe(fault)
  expect(asWireError(mistake)).toBe(mistake)
})
