import type { ReactNode } from 'react'
import { showTft, showUsd, toUsd, type Tft } from '#domain/money.ts'
import { percentOff } from '#domain/node-price.ts'
import type { PlanFacts } from '#domain/plan/facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { monthly, type PlanPrice, type PriceLine } from '#domain/plan/price.ts'
import { runwayHours } from '#domain/runway.ts'
import { measure } from '#domain/workloads/words.ts'
import { explain } from '#queries/explain.ts'
import type { Costs } from '#queries/plan-price.ts'
import { Facts } from '#ui/Facts.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { lasting, runways } from './runway-words.ts'

type Props = { plan: Plan; facts: PlanFacts; costs: Costs }

/** What a plan costs, workload by workload, as the chain will bill it, and what that means for the account. */
export function PriceTable({ facts, costs }: Props) {
  const { data: price, error } = costs.price
  if (!price)
    return error ? (
      <p className="pt-2 text-ink-2">{explain(error).title}, so the price is not known.</p>
    ) : (
      // Its own padding is for whole pages.
      <div className="-mx-4 rail:-mx-6">
        <SkeletonLines lines={4} />
      </div>
    )
  if (price.lines.length === 0) return <p className="pt-2 text-ink-2">Nothing is to be paid for yet.</p>
  return (
    <>
      <Lines lines={price.lines} />
      <div className="flex items-baseline border-t border-line-strong pt-2.5">
        <span className="font-medium">Total a month</span>
        <span className="ml-auto text-title">{showTft(monthly(price.hour))}</span>
        <span className="pl-1.5 text-ink-3">TFT</span>
      </div>
      <p className="flex justify-between gap-3 text-small text-ink-3">
        <span>{showTft(price.hour, 3)} TFT an hour</span>
        <span>{showUsd(toUsd(monthly(price.hour), price.milliUsdPerTft))}</span>
      </p>
      <div className="pt-3 text-small [&_dd]:text-right">
        <Facts of={meaning(price, costs, facts.balance)} />
      </div>
    </>
  )
}

const Lines = ({ lines }: { lines: PriceLine[] }) => (
  <table className="tbl tbl-plain mt-1 [&_td]:h-8! [&_th]:py-1.5!" aria-label="Price">
    <thead>
      <tr>
        <th>
          <span className="sr-only">Workload</span>
        </th>
        <th className="num">an hour</th>
        <th className="num">a month</th>
      </tr>
    </thead>
    <tbody>
      {lines.map(({ id, name, workload, hour }) => (
        <tr key={id}>
          <td className="w-full max-w-0 truncate pr-2!">
            <b className="font-medium">{name}</b> <span className="text-ink-3">{measure(workload)}</span>
          </td>
          <td className="num text-ink-2">{hour === 0n ? '–' : showTft(hour, 3)}</td>
          <td className="num">{hour === 0n ? <span className="text-ink-3">free</span> : showTft(monthly(hour))}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

type Row = readonly [name: string, value: ReactNode]

function meaning(price: PlanPrice, { spent, fee }: Costs, balance: Tft | undefined): Row[] {
  const { levels, fullHour, hour, hourBefore, certified, rented, milliUsdPerTft } = price
  const after = spent === undefined ? undefined : spent - hourBefore + hour
  return [
    ['Discount', levels.length > 0 ? discount(levels) : undefined],
    ['Before it', fullHour > hour ? `${showTft(monthly(fullHour))} TFT` : undefined],
    ['More off', more(price, balance)],
    ['Less off', less(price, balance, after)],
    ['Certified', certified ? '+25 %, in it' : undefined],
    ['Rented', rented ? 'only public addresses are billed' : undefined],
    [
      'Until now',
      hourBefore > 0n
        ? `${showTft(monthly(hourBefore))} TFT, ${showUsd(toUsd(monthly(hourBefore), milliUsdPerTft))} a month`
        : undefined,
    ],
    ['Transaction fee', fee.data === undefined ? undefined : `${showTft(fee.data, 4)} TFT`],
    [
      'Balance lasts',
      balance === undefined || spent === undefined ? undefined : (
        <Lasts key="lasts" balance={balance} spent={spent} price={price} />
      ),
    ],
  ]
}

/** `Silver, −40 %`; where contracts differ, each with what it is for. */
function discount(levels: PlanPrice['levels']): string {
  const words = ({ level }: PlanPrice['levels'][number]) =>
    level === 'None' ? 'none' : `${level}, −${percentOff(level)} %`
  if (levels.length === 1) return levels[0]!.level === 'None' ? 'None' : words(levels[0]!)
  return levels.map((one, i) => (i === 0 ? words(one) : `${one.of.join(', ')}: ${words(one)}`)).join(' · ')
}

const more = ({ better }: PlanPrice, balance: Tft | undefined) =>
  better && balance !== undefined && balance < better.balance
    ? `${better.level}, −${percentOff(better.level)} %, from ${showTft(better.balance, 0)} TFT`
    : undefined

function less({ worse }: PlanPrice, balance: Tft | undefined, hourly: Tft | undefined): string | undefined {
  if (!worse || balance === undefined || balance < worse.balance) return undefined
  const hours = hourly ? runwayHours(balance - worse.balance, hourly) : undefined
  const what = worse.level === 'None' ? 'ends' : `drops to ${worse.level}`
  return hours === undefined ? undefined : `${what} in ${lasting(hours)}, below ${showTft(worse.balance, 0)} TFT`
}

function Lasts({ balance, spent, price }: { balance: Tft; spent: Tft; price: PlanPrice }) {
  const { before, after } = runways(balance, spent, price)
  if (after === undefined) return 'for good'
  return (
    <>
      {before !== undefined && before !== after && <span className="text-ink-3">{lasting(before)}, then </span>}
      <span className="font-medium">{lasting(after)}</span>
    </>
  )
}
