import { expect, test } from 'vitest'
import { bytes, gib } from '#domain/units.ts'
import { discounted, monthlyPrice } from './price.ts'

const machine = { cru: 8, mru: gib(32), sru: gib(1000), hru: bytes(0) }

test.each([
  // 8 compute units and 5 storage units an hour, 720 hours.
  ['a plain node', machine, false, 0, 75.6],
  ['a certified node is a quarter dearer', machine, true, 0, 94.5],
  ['the extra fee counts as an hourly amount', machine, false, 100_000, 82.8],
  // min(max(1, 16), max(0.5, 32), max(2, 8)): cores of a node with little memory count a quarter.
  ['many cores, little memory', { ...machine, cru: 32, mru: gib(4), sru: bytes(0) }, false, 0, 57.6],
  ['HDD is cheaper than SSD', { cru: 0, mru: bytes(0), sru: bytes(0), hru: gib(1200) }, false, 0, 3.6],
] as const)('%s', (_what, resources, certified, extraFee, usd) => {
  expect(monthlyPrice(resources, certified, extraFee)).toBeCloseTo(usd, 6)
})

test.each([
  [0, 100],
  [149.9, 100],
  [150, 80],
  [300, 70],
  [600, 60],
  [1800, 40],
])('a balance of %d USD makes 100 USD a month %d', (balance, usd) => {
  expect(discounted(100, balance)).toBe(usd)
})
