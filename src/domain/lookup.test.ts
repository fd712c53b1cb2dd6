import { expect, test } from 'vitest'
import { numbered, readSought } from './lookup.ts'

const address = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

test.each([
  ['42', { kind: 'id', id: 42, of: numbered }],
  [' node  42 ', { kind: 'id', id: 42, of: ['node'] }],
  ['Contract #7', { kind: 'id', id: 7, of: ['contract'] }],
  ['twin-9', { kind: 'id', id: 9, of: ['twin'] }],
  [address, { kind: 'account', address }],
  ['185.69.166.10', { kind: 'ip', ip: '185.69.166.10' }],
  ['185.69.166.10/24', { kind: 'ip', ip: '185.69.166.10' }],
  ['2A02:1802:5E:0::10', { kind: 'ip', ip: '2a02:1802:5e::10' }],
  ['0', { kind: 'words', words: '0' }],
  ['99999999999', { kind: 'words', words: '99999999999' }],
  ['185.69.166', { kind: 'words', words: '185.69.166' }],
  [`${address}x`, { kind: 'words', words: `${address}x` }],
  ['moss  farm', { kind: 'words', words: 'moss farm' }],
  ['  ', undefined],
])('%o is read as what it can be', (text, sought) => {
  expect(readSought(text)).toEqual(sought)
})
