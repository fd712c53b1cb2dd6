import type { Tft } from './money.ts'

/** How many whole hours a balance pays for what is billed each hour; `undefined` when nothing is. */
export const runwayHours = (usable: Tft, hourly: Tft): number | undefined =>
  hourly === 0n ? undefined : Number(usable / hourly)
