import { expect, test } from 'vitest'
import { machineMyceliumAddress, networkMyceliumAddress } from './mycelium-address.ts'

const key = '01'.repeat(32)

test('a key’s address is in 400::/7, and its last fixed bit tells how many ones the hash’s first byte has', () => {
  const first = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => networkMyceliumAddress(`0${n}`.repeat(32)).slice(0, 1))
  expect(new Set(first)).toEqual(new Set(['4', '5']))
})

test('a machine’s address begins as its network’s and ends with its seed', () => {
  const network = networkMyceliumAddress(key).split(':').slice(0, 4)
  const machine = machineMyceliumAddress(key, '000002000002').split(':')
  expect(machine.slice(0, 4)).toEqual(network)
  expect(machine.slice(4)).toEqual(['ff0f', '0', '200', '2'])
})
