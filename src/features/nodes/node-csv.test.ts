import { expect, test } from 'vitest'
import type { Node } from '#domain/node.ts'
import { gib } from '#domain/units.ts'
import { nodesCsv } from './node-csv.ts'

const capacity = { cru: 4, mru: gib(16), sru: gib(200), hru: gib(0) }
const node = {
  id: 7,
  farmId: 2,
  farmName: '=cmd|calc',
  city: 'Umeå',
  country: 'Sweden',
  total: capacity,
  used: { ...capacity, mru: gib(1) },
  priceUsdPerMonth: 32.4,
  extraFeeMilliUsdPerMonth: 1000,
} as Node

test('the columns come in their order, sizes as bytes, and a farm’s name runs nothing', () => {
  expect(nodesCsv([node], ['memory', 'farm', 'place', 'country', 'price'], undefined)).toBe(
    'Node,Free memory (bytes),Memory (bytes),Farm,Farm id,City,Country,Price (USD/month)\r\n' +
      "7,16106127360,17179869184,'=cmd|calc,2,Umeå,Sweden,33.4\r\n",
  )
})
