import { showUsd } from '#domain/money.ts'
import type { Node } from '#domain/node.ts'

/** The whole node for a month. GridProxy's own price leaves the farmer's extra fee out. */
export const monthlyUsd = ({ priceUsdPerMonth, extraFeeMilliUsdPerMonth }: Node): number =>
  priceUsdPerMonth + extraFeeMilliUsdPerMonth / 1000

/** `"$206"` in a list. */
export const showWholeUsd = (usd: number): string =>
  usd >= 10 ? `$${Math.round(usd).toLocaleString('en')}` : showUsd(usd)
