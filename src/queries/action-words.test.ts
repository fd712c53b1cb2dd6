import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { actionWords } from './action-words.ts'

test.each([
  [{ call: 'system.remark', args: [{ name: 'remark', value: 'Be kind' }] }, /changes nothing: “Be kind”/],
  [
    { call: 'smartContractModule.changeBillingFrequency', args: [{ name: 'frequency', value: '600' }] },
    /every 600 blocks/,
  ],
  [{ call: 'council.disapprove', args: [{ name: 'hash', value: '0x12' }] }, /^council.disapprove\(hash: 0x12\)$/],
  [undefined, /does not know/],
])('%j is said', (action, words) => {
  expect(actionWords(action)).toMatch(words)
})

test('no argument of a call is left in braces', () => {
  const source = readFileSync(new URL('action-words.ts', import.meta.url), 'utf8')
  for (const [, call] of source.matchAll(/^ {2}'(\w+\.\w+)':/gm))
    expect(actionWords({ call: call!, args: [] })).not.toMatch(/[{}]/)
})
