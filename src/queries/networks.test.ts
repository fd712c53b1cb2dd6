import { expect, test } from 'vitest'
import { builtInNetworks, chosenNetwork, firstOf, inUse, networksOf, turnTo, type Network } from './networks.ts'

const own = (id: string) => ({
  id,
  name: 'Ours',
  gridproxy: 'https://p',
  chain: 'wss://c',
  relay: 'wss://r',
  kyc: 'https://k',
  activation: 'https://a',
})

test('production is first where the site says nothing', () => {
  expect(firstOf(networksOf({ networks: [] })).id).toBe('main')
  expect(builtInNetworks[0]!.gridproxy).toBe('https://gridproxy.grid.tf')
})

test("a site's networks come before the built-in ones, and take the place of one with their id", () => {
  const ids = (id: string) => networksOf({ networks: [own(id)] }).map((network) => network.id)
  expect(ids('local')).toEqual(['local', 'main', 'test', 'qa', 'dev'])
  expect(ids('dev')).toEqual(['dev', 'main', 'test', 'qa'])
})

test('a default network that is none is named beside those that are', () => {
  expect(() => firstOf(builtInNetworks, 'locall')).toThrow(
    'defaultNetwork should be one of main, test, qa, dev, got "locall"',
  )
})

test('the public networks have a second stack beside the first', () => {
  expect(builtInNetworks[1]).toMatchObject({
    first: { gridproxy: 'https://gridproxy.test.grid.tf', chain: 'wss://tfchain.test.grid.tf/ws' },
    second: { gridproxy: 'https://gridproxy.02.test.grid.tf', chain: 'wss://tfchain.02.test.grid.tf/ws' },
  })
})

test('a service is used at the second stack and back, and what kept the network follows', () => {
  const before = inUse({ id: 'main' }) as Network
  turnTo('main', 'chain', 'second')
  expect(inUse(before)).toMatchObject({
    chain: 'wss://tfchain.02.grid.tf/ws',
    relay: 'wss://relay.grid.tf',
    first: { chain: 'wss://tfchain.grid.tf/ws' },
  })
  expect(chosenNetwork().chain).toBe('wss://tfchain.02.grid.tf/ws')
  turnTo('main', 'chain', 'first')
  expect(inUse(before)).toEqual(before)
})

test('a network without a second stack stays where it is', () => {
  turnTo('none', 'chain', 'second')
  expect(inUse({ id: 'none' })).toEqual({ id: 'none' })
})
