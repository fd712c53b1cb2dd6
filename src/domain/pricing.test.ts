import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { none } from './capacity.ts'
import * as pricing from './pricing.ts'
import { bytes, gib } from './units.ts'

type Value = { value: number }
type Case = {
  kind: 'node' | 'rent' | 'name'
  policy: string
  resources: { cru: number; mruBytes: string; sruBytes: string; hruBytes: string } | null
  ipv4: number
  seconds: number
  tftPriceMilliUsd: number
  usableBalance: string
  certified: boolean
  unitsUsd: string
  amount: string
  level: string
}
type Vectors = {
  policies: Record<string, Record<'cu' | 'su' | 'ipu' | 'uniqueName', Value> & { discountForDedicationNodes: number }>
  cases: Case[]
}

// Made by a restatement of tfchain's cost.rs that agrees with its own test_cu_calculation.
const vectors = JSON.parse(readFileSync(new URL('./prices.vectors.json', import.meta.url), 'utf8')) as Vectors

const policy = (name: string): pricing.PricingPolicy => {
  const { cu, su, ipu, uniqueName, discountForDedicationNodes } = vectors.policies[name]!
  return {
    cu: BigInt(cu.value),
    su: BigInt(su.value),
    ipu: BigInt(ipu.value),
    uniqueName: BigInt(uniqueName.value),
    dedicationDiscount: discountForDedicationNodes,
  }
}

function cost(one: Case): bigint {
  const size = (text = '0') => bytes(Number(text))
  const { cru = 0, mruBytes, sruBytes, hruBytes } = one.resources ?? {}
  const used = { cru, mru: size(mruBytes), sru: size(sruBytes), hru: size(hruBytes) }
  switch (one.kind) {
    case 'node':
      return pricing.nodeCost(policy(one.policy), used, one.ipv4, one.seconds)
    case 'rent':
      return pricing.rentCost(policy(one.policy), used, one.seconds)
    case 'name':
      return pricing.nameCost(policy(one.policy), one.seconds)
  }
}

test('all 60 vectors are here', () => expect(vectors.cases).toHaveLength(60))

test.each(vectors.cases)('bills as the chain does: $kind $resources.cru cores, $seconds s, $level', (one) => {
  const units = cost(one)
  expect(units).toBe(BigInt(one.unitsUsd))
  const { seconds, certified } = one
  const bill = pricing.due(pricing.toTft(units, one.tftPriceMilliUsd), {
    seconds,
    certified,
    balance: BigInt(one.usableBalance),
  })
  expect(bill).toEqual({ amount: BigInt(one.amount), level: one.level })
})

// Source: tfchain pallet-smart-contract src/tests.rs test_cu_calculation
test.each([
  { cru: 4, memory: 1024, units: 128 },
  { cru: 32, memory: 128, units: 32 },
  { cru: 4, memory: 2, units: 1 },
  { cru: 4, memory: 1, units: 1 },
  { cru: 16, memory: 16, units: 8 },
])('$cru cores and $memory GiB are $units compute units', ({ cru, memory, units }) => {
  expect(Number(pricing.computeUnits({ ...none, cru, mru: gib(memory) })) / 2 ** 64).toBe(units)
})

const machine = { cru: 4, mru: gib(8), sru: gib(160), hru: gib(0) }

test('a machine of 4 cores, 8 GiB, 160 GiB and an IPv4 costs 2 TFT an hour at 1.4 cents', () => {
  const hour = pricing.nodeCost(policy('genesis'), machine, 1, 3600)
  const market = { milliUsdPerTft: 14, balance: 0n, certified: false }
  expect(pricing.price(hour, market)).toEqual({ hourly: 20_000_000n, monthly: 14_400_000_000n, level: 'None' })
  expect(pricing.price(hour, { ...market, certified: true }).hourly).toBe(25_000_000n)
  expect(pricing.price(hour, { ...market, balance: 14_400_000_000n * 18n })).toMatchObject({
    hourly: 8_000_000n,
    level: 'Gold',
  })
})

test.each([
  { months: 1.49, level: 'None' },
  { months: 1.5, level: 'Default' },
  { months: 3, level: 'Bronze' },
  { months: 6, level: 'Silver' },
  { months: 18, level: 'Gold' },
])('a balance for $months months is $level', ({ months, level }) => {
  const balance = BigInt(Math.round(720e7 * months))
  expect(pricing.due(10_000_000n, { seconds: 3600, balance, certified: false }).level).toBe(level)
})

test('what costs nothing is not billed', () => {
  expect(pricing.due(0n, { seconds: 3600, balance: 1n, certified: true })).toEqual({ amount: 0n, level: 'None' })
})

test('half a unit of rent goes down', () => {
  expect(pricing.rentCost({ ...policy('genesis'), cu: 3n, su: 0n }, { ...none, cru: 2, mru: gib(4) }, 3600)).toBe(1n)
})

test('an extra fee of a dollar a month is its share of 30 days', () => {
  expect(pricing.extraFeeCost(1000, 2_592_000)).toBe(10_000_000n)
  expect(pricing.extraFeeCost(1000, 3600)).toBe(13_889n)
})
