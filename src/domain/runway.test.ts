import { expect, test } from 'vitest'
import { tft } from './money.ts'
import { runwayHours } from './runway.ts'

test('a balance lasts for the hours that it pays whole', () => {
  expect(runwayHours(tft(288), 8_000_000n)).toBe(360)
  expect(runwayHours(7_999_999n, 8_000_000n)).toBe(0)
})

test('where nothing is billed there is no end to it', () => {
  expect(runwayHours(tft(1), 0n)).toBeUndefined()
})
