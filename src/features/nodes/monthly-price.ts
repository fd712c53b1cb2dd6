import { showUsd } from '#domain/money.ts'
import type { Node } from '#domain/node.ts'

/** The whole node for a month. GridProxy's own price leaves the farmer's extra fee out. */
export const monthlyUsd = ({ priceUsdPerMonth, extraFeeMilliUsdPerMonth }: Node): number =>
  priceUsdPerMonth + extraFeeMilliUsdPerMonth / 1000

/** `"16,377"`: dollars as whole TFT at this price. */
export const showAsTft = (usd: number, milliUsdPerTft: number): string =>
  Math.round(usd / (milliUsdPerTft / 1000)).toLocaleString('en')

/** `"$206"` in a list. */
export const showWholeUsd = (usd: number): string =>
  usd >= 10 ? `$${Math.round(usd).toLocaleString('en')}` : showUsd(usd)
