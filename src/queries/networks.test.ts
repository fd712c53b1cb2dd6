import { expect, test } from 'vitest'
import { builtInNetworks, firstOf, networksOf } from './networks.ts'

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
