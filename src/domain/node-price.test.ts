import { expect, test } from 'vitest'
import { tft } from './money.ts'
import type { Node } from './node.ts'
import { nextLevel, nodePrice, priceLines, type Terms } from './node-price.ts'
import { bytes, gib } from './units.ts'

/** As at the genesis of TFChain, with 1 TFT at a cent. */
const terms: Terms = {
  policy: { cu: 100_000n, su: 50_000n, ipu: 40_000n, uniqueName: 2_500n, dedicationDiscount: 50 },
  milliUsdPerTft: 10,
  balance: 0n,
}
// 4 CU and 1 SU: 28.80 and 3.60 USD a month.
const node = {
  total: { cru: 4, mru: gib(16), sru: gib(200), hru: bytes(0) },
  certified: false,
  inDedicatedFarm: false,
  rentedByTwinId: 0,
  extraFeeMilliUsdPerMonth: 0,
} as Node

test.each([
  ['shared, all that is in it', {}, 32.4],
  ['certified, a quarter more', { certified: true }, 40.5],
  ['let whole by its farm, half', { inDedicatedFarm: true }, 16.2],
  ['with an extra fee, half and the fee on top', { extraFeeMilliUsdPerMonth: 5000 }, 21.2],
  ['certified with an extra fee, which is not raised', { certified: true, extraFeeMilliUsdPerMonth: 5000 }, 25.25],
])('a node costs a month, %s', (_, more, usd) => {
  expect(nodePrice({ ...node, ...more }, terms).monthlyUsd).toBeCloseTo(usd, 3)
})

test('a balance that lasts takes its discount off everything but the extra fee', () => {
  const rented = { ...node, extraFeeMilliUsdPerMonth: 5000 }
  // 1,620 TFT a month without the fee: Gold from 29,160 TFT.
  expect(nodePrice(rented, { ...terms, balance: tft(29_160) })).toMatchObject({ level: 'Gold' })
  expect(nodePrice(rented, { ...terms, balance: tft(29_160) }).monthlyUsd).toBeCloseTo(16.2 * 0.4 + 5, 3)
  expect(nodePrice(rented, { ...terms, balance: tft(29_159) })).toMatchObject({ level: 'Silver' })
})

test.each([
  ['nothing', 0n, {}],
  ['for months', tft(5_000), { certified: true }],
  ['for years', tft(500_000), { certified: true, extraFeeMilliUsdPerMonth: 12_345 }],
])('the lines add up to the price of one who can pay %s', (_, balance, more) => {
  const own = { ...terms, balance }
  const sum = priceLines({ ...node, ...more }, own).reduce((all, { usd }) => all + usd, 0)
  expect(sum).toBeCloseTo(nodePrice({ ...node, ...more }, own).monthlyUsd, 3)
})

test('the lines say what each is of', () => {
  const asked = { ...node, certified: true, extraFeeMilliUsdPerMonth: 5000 }
  expect(priceLines(asked, { ...terms, balance: tft(5_000) }).map(({ name, how }) => `${name}: ${how}`)).toEqual([
    'Compute: 4 CU × $7.20',
    'Storage: 1 SU × $3.60',
    'Rented whole: −50 %',
    'Your discount: −30 %, Bronze',
    'Certified: +25 %',
    'Extra fee: to the farmer',
  ])
})

test('the next discount says what to have for it, which is enough for it', () => {
  const certified = { ...node, certified: true }
  const next = nextLevel(certified, terms)
  expect(next).toEqual({ level: 'Default', balance: tft(4_860) })
  expect(nodePrice(certified, { ...terms, balance: next!.balance }).level).toBe('Default')
  expect(nextLevel(certified, { ...terms, balance: tft(1_000_000) })).toBeUndefined()
})
