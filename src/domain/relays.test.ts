import { expect, test } from 'vitest'
import { relayHosts, relayProblem } from './relays.ts'

test.each(['relay.grid.tf', 'relay.grid.tf_relay.02.grid.tf', '127.0.0.1', 'localhost'])('%s is fine', (relay) => {
  expect(relayProblem(relay)).toBeUndefined()
})

// What the chain refuses: see e2e/grid/chain/twins.test.ts
test.each([
  'wss://relay.grid.tf',
  '.grid.tf',
  'grid.tf.',
  'relay..tf',
  'a.tf',
  '',
  'relay.grid.tf:443',
  'a b',
  'ré.tf',
])('"%s" is not', (relay) => {
  expect(relayProblem(relay)).toBeTypeOf('string')
})

test('several hosts are told apart', () => {
  expect(relayHosts('a.tf_b.tf')).toEqual(['a.tf', 'b.tf'])
  expect(relayHosts('')).toEqual([])
})
