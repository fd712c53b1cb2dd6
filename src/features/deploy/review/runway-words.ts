import type { Tft } from '#domain/money.ts'
import type { PlanPrice } from '#domain/plan/price.ts'
import { runwayHours } from '#domain/runway.ts'
import { showSpan } from '#domain/time.ts'

/** Days alone from ten on: `91 d`. */
export const lasting = (hours: number): string =>
  hours >= 240 ? `${Math.floor(hours / 24).toLocaleString('en')} d` : showSpan(hours * 3_600_000)

/** How many hours the balance lasts, now and once the plan runs; `undefined` where nothing is billed. */
export function runways(balance: Tft, spent: Tft | undefined, { hour, hourBefore }: PlanPrice) {
  const before = spent ? runwayHours(balance, spent) : undefined
  return { before, after: runwayHours(balance, (spent ?? 0n) - hourBefore + hour) }
}

/** `Your balance then lasts 74 d instead of 91 d` */
export function lastsWords(balance: Tft | undefined, spent: Tft | undefined, price: PlanPrice): string | undefined {
  if (balance === undefined || spent === undefined) return undefined
  const { before, after } = runways(balance, spent, price)
  if (after === undefined) return undefined
  const instead = before === undefined || before === after ? '' : ` instead of ${lasting(before)}`
  return `Your balance then lasts ${lasting(after)}${instead}`
}
