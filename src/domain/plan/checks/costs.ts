import { showTft, type Tft } from '#domain/money.ts'
import { runwayHours } from '#domain/runway.ts'
import type { Check } from '../check.ts'

/** Whether the account can pay for the signature, and for what comes after it. `spent` is what it pays an hour already. */
export function costChecks(
  balance: Tft | undefined,
  fee: Tft | undefined,
  hour: Tft | undefined,
  spent: Tft | undefined,
): Check[] {
  if (balance === undefined) return []
  if (fee !== undefined && balance < fee)
    return [{ id: 'fee', state: 'fail', words: `The account has less than the fee of ${showTft(fee, 4)} TFT` }]
  const hours = hour === undefined || spent === undefined ? undefined : runwayHours(balance, hour + spent)
  if (hours === undefined || hours >= 24) return []
  const detail = 'Out of funds, machines are paused, and gone after 14 days'
  return hours < 1
    ? [{ id: 'runway', state: 'fail', words: 'The balance does not pay for the first hour', detail }]
    : [{ id: 'runway', state: 'warn', words: `The balance lasts ${hours} h with it`, detail }]
}
