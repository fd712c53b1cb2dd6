import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { byPeriod, sum, type Bill, type Billed, type Period } from '#domain/bills.ts'
import { showTft, tftText } from '#domain/money.ts'
import { toCsv } from '#features/lists/csv.ts'
import { billsOf } from '#queries/contracts.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import { Table, type Column } from '#ui/Table.tsx'
import { download } from '#ui/download.ts'
import { BillBars, nameOf } from './BillBars.tsx'

const periods = [
  { value: 'hour', name: 'Hours' },
  { value: 'day', name: 'Days' },
  { value: 'month', name: 'Months' },
] as const

const most = { hour: 48, day: 30, month: 24 }
const shownFirst = 8

/** What was billed of a contract: drawn, told and to keep. */
export function Bills({ id }: { id: number }) {
  const bills = useQuery(billsOf(useNetwork(), id))
  return (
    <section aria-label="Bills" className="min-w-0 border-t border-line pt-5">
      <Loaded from={bills} explain={explain}>
        {(found) => (found.length === 0 ? <NoBills /> : <SomeBills id={id} bills={found} />)}
      </Loaded>
    </section>
  )
}

const NoBills = () => (
  <>
    <h2 className="text-section">Bills</h2>
    <p className="pt-1 text-ink-2">None yet. The first comes within an hour of what costs something.</p>
  </>
)

function SomeBills({ id, bills }: { id: number; bills: readonly Bill[] }) {
  const [period, setPeriod] = useState<Period>('day')
  const [all, setAll] = useState(false)
  const billed = byPeriod(bills, period, most[period])
  const newest = billed.filter((one) => one.bills > 0).toReversed()
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-section">Bills</h2>
        <span className="text-ink-3">
          {bills.length.toLocaleString('en')}, {showTft(sum(bills), 4)} TFT in all
        </span>
        <span className="ml-auto flex flex-wrap gap-2">
          <Segmented label="Bills by" value={period} options={periods} onChange={setPeriod} />
          <Button onClick={() => download(`contract-${id}-bills.csv`, csvOf(bills), 'text/csv')}>
            <Download />
            CSV
          </Button>
        </span>
      </div>
      <BillBars billed={billed} period={period} />
      <Table
        label={`Bills by ${period}`}
        plain
        compact
        columns={columns(period)}
        rows={all ? newest : newest.slice(0, shownFirst)}
        rowKey={({ from }) => from}
        narrow={(one) => (
          <span className="flex justify-between gap-3 py-2">
            {nameOf(one, period)}
            <span>{showTft(one.amount, 4)} TFT</span>
          </span>
        )}
      />
      {newest.length > shownFirst && (
        <Button variant="ghost" size="small" className="self-start" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${newest.length}`}
        </Button>
      )}
    </div>
  )
}

const columns = (period: Period): Column<Billed>[] => [
  { header: { hour: 'Hour', day: 'Day', month: 'Month' }[period], cell: (one) => nameOf(one, period) },
  { header: 'Bills', align: 'right', cell: ({ bills }) => bills },
  {
    header: 'Discount',
    cell: ({ discounts }) => discounts.map((level) => (level === 'None' ? 'none' : level)).join(', '),
  },
  { header: 'TFT', align: 'right', cell: ({ amount }) => showTft(amount, 4) },
]

const csvOf = (bills: readonly Bill[]): string =>
  toCsv([
    ['Time', 'Amount (TFT)', 'Discount'],
    ...bills.map(({ at, amount, discount }) => [new Date(at * 1000).toISOString(), tftText(amount), discount]),
  ])
