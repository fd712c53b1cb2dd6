import { z } from 'zod'
import type { Bill } from '#domain/bills.ts'
import { tft, type Tft } from '#domain/money.ts'
import { decode } from '#protocols/decode.ts'
import { WireError } from '#protocols/fault.ts'
import { ask, readRows, where } from './ask.ts'

/** A row of `/contracts/{id}/bills`. Source: tfgrid-sdk-go grid-proxy (10e7b39). */
const billRow = z
  .object({
    amountBilled: z.number(),
    discountReceived: z.enum(['None', 'Default', 'Bronze', 'Silver', 'Gold']),
    timestamp: z.number(),
  })
  .transform(({ amountBilled, discountReceived, timestamp }): Bill => ({
    at: timestamp,
    amount: BigInt(Math.round(amountBilled)),
    discount: discountReceived,
  }))

/** Bills of a contract, the newest first. `count` is of all that there are. */
export type Bills = { bills: Bill[]; count: number }

const pageSize = 1000

/** The `most` latest bills of a contract. One that GridProxy does not know has none. */
export async function listBills(place: string, contractId: number, most: number, signal: AbortSignal): Promise<Bills> {
  const found: Bills = { bills: [], count: 0 }
  for (let page = 1; found.bills.length < most; page++) {
    // Its count of all goes wrong on later pages.
    const asked = { page, size: pageSize, ret_count: page === 1 }
    const { body, headers } = await ask(place, `/contracts/${contractId}/bills`, asked, signal)
    const { rows, problems } = readRows(billRow, body, 'bills')
    // A sum with a gap in it would be wrong without a word.
    if (problems[0] !== undefined) throw new WireError({ kind: 'unreadable', where, reason: problems[0] })
    if (page === 1) found.count = Number(headers.get('count') ?? rows.length)
    found.bills.push(...rows)
    if (rows.length < pageSize) break
  }
  return { bills: found.bills.slice(0, most), count: Math.max(found.count, found.bills.length) }
}

const consumptionShape = z.object({ last_hour_consumption: z.number(), overall_consumption: z.number() })

/** What a twin's contracts took in the hour of their last bills, and ever. */
export type Consumption = { lastHour: Tft; ever: Tft }

export async function getConsumption(place: string, twinId: number, signal: AbortSignal): Promise<Consumption> {
  const { body } = await ask(place, `/twins/${twinId}/consumption`, {}, signal)
  const { last_hour_consumption, overall_consumption } = decode(consumptionShape, body, where)
  const amount = (whole: number) => BigInt(Math.round(whole * Number(tft(1))))
  return { lastHour: amount(last_hour_consumption), ever: amount(overall_consumption) }
}
