/** An amount of TFT in its smallest unit: 1 TFT = 10,000,000. No float touches it. */
export type Tft = bigint

/** One whole TFT. */
export const oneTft: Tft = 10_000_000n

export const tft = (whole: number | bigint): Tft => BigInt(whole) * oneTft

/** `12_480_550_000n → "1,248.06"`: rounded half up to `digits` after the point. */
export function showTft(amount: Tft, digits = 2): string {
  if (amount < 0n) return `−${showTft(-amount, digits)}`
  const step = 10n ** BigInt(7 - digits)
  const rounded = (amount + step / 2n) / step
  const scale = 10n ** BigInt(digits)
  const whole = (rounded / scale).toLocaleString('en')
  return digits === 0 ? whole : `${whole}.${(rounded % scale).toString().padStart(digits, '0')}`
}

/** What `amount` is worth, in US dollars, at a price in thousandths of a dollar for 1 TFT. For the screen only. */
export const toUsd = (amount: Tft, milliUsd: number): number => (Number(amount) / 1e7) * (milliUsd / 1000)

export const showUsd = (usd: number): string =>
  usd.toLocaleString('en', {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: usd >= 100 ? 0 : usd >= 1 ? 2 : 4,
  })
