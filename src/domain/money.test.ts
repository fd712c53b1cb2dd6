import { expect, test } from 'vitest'
import { amountProblem, parseTft, showTft, showUsd, tft, tftText, toUsd } from './money.ts'

test.each([
  ['1', 10_000_000n],
  ['1.5', 15_000_000n],
  [' 0.0000001 ', 1n],
  ['123456789012.1234567', 1_234_567_890_121_234_567n],
  ['007', 70_000_000n],
  ['', undefined],
  ['.5', undefined],
  ['5.', undefined],
  ['1,5', undefined],
  ['1e3', undefined],
  ['-1', undefined],
  ['0x10', undefined],
  ['1.12345678', undefined],
  ['١', undefined],
])('"%s" is read as %s', (text, amount) => {
  expect(parseTft(text)).toBe(amount)
})

test.each([0n, 1n, 10n, 10_000_000n, 15_000_000n, 12_480_551_234n])('%d is written so that it reads back', (amount) => {
  expect(parseTft(tftText(amount))).toBe(amount)
})

test.each([
  ['', 'Enter an amount'],
  ['ten', 'Enter a number, as 1.5'],
  ['1,000', 'Write it with a point and no commas, as 1000.5'],
  ['1.123456789', 'TFT has seven digits after the point'],
  ['0.0', 'Enter more than 0'],
  ['3.1', 'At most 3 TFT can be sent'],
  ['3', undefined],
])('an amount of "%s" is answered %s', (text, words) => {
  expect(amountProblem(text, tft(3))).toBe(words)
})

test('amounts are shown rounded, with their worth in dollars', () => {
  expect(showTft(12_480_555_000n)).toBe('1,248.06')
  expect(showTft(-15_000_000n, 0)).toBe('−2')
  expect(showUsd(toUsd(tft(100), 14))).toBe('$1.40')
})
