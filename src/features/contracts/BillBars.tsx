import type { Billed, Period } from '#domain/bills.ts'
import { showTft } from '#domain/money.ts'

type Props = { billed: readonly Billed[]; period: Period }

/** A bar for each period, as high as its bills. The same figures stand in a table beside it. */
export function BillBars({ billed, period }: Props) {
  const highest = billed.reduce((most, { amount }) => (amount > most ? amount : most), 1n)
  const [first, last] = [billed[0], billed.at(-1)]
  if (!first || !last) return null
  return (
    <figure className="flex flex-col gap-1">
      <figcaption className="sr-only">{`TFT billed by the ${period}, from ${nameOf(first, period)} to ${nameOf(last, period)}; at most ${showTft(highest, 4)}`}</figcaption>
      <div aria-hidden="true" className="text-small text-ink-3">
        {showTft(highest, 4)} TFT
      </div>
      <div aria-hidden="true" className="flex h-28 items-end gap-px border-b border-line-strong">
        {billed.map((one) => (
          <span
            key={one.from}
            title={`${nameOf(one, period)}: ${showTft(one.amount, 4)} TFT`}
            className="flex h-full max-w-8 min-w-0 flex-1 items-end hover:bg-hover"
          >
            <span
              className="block w-full rounded-t-sm bg-accent"
              style={{ height: `${Number((one.amount * 1000n) / highest) / 10}%` }}
            />
          </span>
        ))}
      </div>
      <div aria-hidden="true" className="flex justify-between gap-3 text-small text-ink-3">
        <span>{nameOf(first, period)}</span>
        {billed.length > 8 && <span>{nameOf(last, period)}</span>}
      </div>
    </figure>
  )
}

/** `"14 Mar 2026"`, `"14 Mar, 09:00"`, `"March 2026"`. */
export const nameOf = ({ from }: Billed, period: Period): string =>
  new Date(from * 1000).toLocaleString('en-GB', formats[period])

const formats: Record<Period, Intl.DateTimeFormatOptions> = {
  hour: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
}
