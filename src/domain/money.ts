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

/** `"1.5" → 15_000_000n`; `undefined` for what is no amount. No thousands and no comma: they mean different things to people. */
export function parseTft(text: string): Tft | undefined {
  const [, whole, part = ''] = /^(\d{1,12})(?:\.(\d{1,7}))?$/.exec(text.trim()) ?? []
  return whole === undefined ? undefined : BigInt(whole) * oneTft + BigInt(part.padEnd(7, '0'))
}

/** An amount as it can be typed, with no digit lost: `15_000_000n → "1.5"`. Reads back the same. */
export function tftText(amount: Tft): string {
  const part = (amount % oneTft).toString().padStart(7, '0').replace(/0+$/, '')
  return part === '' ? String(amount / oneTft) : `${amount / oneTft}.${part}`
}

/** Why a typed amount cannot be sent; `undefined` when it can. `most`: what can be spent, once it is known. */
export function amountProblem(text: string, most?: Tft): string | undefined {
  if (text.trim() === '') return 'Enter an amount'
  if (text.includes(',')) return 'Write it with a point and no commas, as 1000.5'
  if (/^\d+\.\d{8,}$/.test(text.trim())) return 'TFT has seven digits after the point'
  const amount = parseTft(text)
  if (amount === undefined) return 'Enter a number, as 1.5'
  if (amount === 0n) return 'Enter more than 0'
  return most !== undefined && amount > most ? `At most ${tftText(most)} TFT can be sent` : undefined
}

/** What `amount` is worth, in US dollars, at a price in thousandths of a dollar for 1 TFT. For the screen only. */
export const toUsd = (amount: Tft, milliUsd: number): number => (Number(amount) / 1e7) * (milliUsd / 1000)

export const showUsd = (usd: number): string =>
  usd.toLocaleString('en', {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: usd >= 100 ? 0 : usd >= 1 ? 2 : 4,
  })
