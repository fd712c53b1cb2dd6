import { expect, test } from 'vitest'
import type { Entry } from '#queries/journal.ts'
import type { Call } from '#queries/transact.ts'
import { filtered, kindOf, readActivitySearch, stateOf, unfinishedFirst } from './activity-search.ts'

const common = { id: 'local 0x1', network: 'local', address: '5F', atMs: 0 }
const sent = (call: Call, change: Partial<Extract<Entry, { kind: 'sent' }>> = {}): Entry => ({
  ...common,
  kind: 'sent',
  hash: '0x1',
  calls: [call],
  state: 'final',
  ...change,
})
const cancel: Call = { call: 'cancel-contract', contractId: 7 }
const pay: Call = { call: 'transfer', to: '5G', amount: 1n }
const received: Entry = { ...common, kind: 'received', block: 1, from: '5G', amount: 1n }

test.each<[kind: string, Entry]>([
  ['deploy', sent(cancel)],
  ['money', sent(pay)],
  ['money', received],
  ['account', sent({ call: 'update-twin', relay: undefined, encryptionKey: undefined })],
  ['farming', sent({ call: 'set-node-power', nodeId: 1, power: 'Up' })],
])('what it asked for first makes it of the kind %s', (kind, entry) => {
  expect(kindOf(entry)).toBe(kind)
})

test.each<[state: string, Entry]>([
  ['done', received],
  ['done', sent(pay)],
  ['going', sent(pay, { state: 'sent' })],
  ['failed', sent(pay, { state: 'lost' })],
  ['failed', sent(pay, { state: 'in-block', refusal: 'tfgridModule.TwinNotExists' })],
])('what became of it makes it %s', (state, entry) => {
  expect(stateOf(entry)).toBe(state)
})

test('only what was asked for is left', () => {
  const all = [sent(cancel), sent(pay), sent(pay, { state: 'lost' })]
  expect(filtered(all, {})).toEqual(all)
  expect(filtered(all, { kind: 'money' })).toEqual(all.slice(1))
  expect(filtered(all, { kind: 'money', state: 'failed' })).toEqual(all.slice(2))
})

test('what the address says wrongly is left out and told', () => {
  expect(readActivitySearch({ kind: 'sport', state: 'done' })).toMatchObject({ search: { state: 'done' } })
})

test('what can be gone on with comes first, else the order stays', () => {
  const [done, going, failed] = [sent(cancel), sent(pay, { state: 'sent' }), sent(pay, { state: 'lost' })]
  expect(unfinishedFirst([done, going, failed])).toEqual([going, done, failed])
})
