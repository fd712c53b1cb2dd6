import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { byPeriod, sum, type Period } from '#domain/bills.ts'
import { allContracts } from '#domain/deployed.ts'
import { showTft, type Tft } from '#domain/money.ts'
import { BillBars } from '#features/contracts/BillBars.tsx'
import { useStandings } from '#features/contracts/useStandings.ts'
import { billsOf } from '#queries/contracts.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Facts } from '#ui/Facts.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import { Table, type Column } from '#ui/Table.tsx'
import { useShown } from './useDeployment.ts'

const periods = [
  { value: 'hour', name: 'Hours' },
  { value: 'day', name: 'Days' },
  { value: 'month', name: 'Months' },
] as const
const most = { hour: 48, day: 30, month: 24 }
const hourSeconds = 3600n

type Line = { id: number; what: string; billed: Tft; hourly: Tft | undefined }

const columns: Column<Line>[] = [
  { header: 'Contract', cell: ({ id }) => <span className="mono">{id}</span> },
  {
    header: 'For',
    className: 'max-w-[260px]',
    cell: ({ what }) => (
      <span className="block truncate" title={what}>
        {what}
      </span>
    ),
  },
  { header: 'Billed so far', unit: 'TFT', align: 'right', cell: ({ billed }) => showTft(billed, 4) },
  {
    header: 'Price',
    unit: 'TFT an hour',
    align: 'right',
    cell: ({ hourly }) => (hourly === undefined ? '–' : showTft(hourly, 4)),
  },
]

/** What was billed so far, against what it should come to at the price of now. */
export function CostTab() {
  const { deployed, month } = useShown()
  const network = useNetwork()
  const contracts = allContracts(deployed)
  const [period, setPeriod] = useState<Period>('hour')
  const asked = useQueries({ queries: contracts.map(({ id }) => billsOf(network, id)) })
  const standings = useStandings(contracts).data
  const loaded = {
    data: asked.every(({ data }) => data !== undefined) ? asked.map(({ data }) => data!) : undefined,
    error: asked.find(({ error }) => error)?.error,
    isFetching: asked.some(({ isFetching }) => isFetching),
    refetch: () => asked.map((one) => one.refetch()),
  }
  return (
    <Loaded from={loaded} explain={explain}>
      {(bills) => {
        const all = bills.flat()
        const lines = contracts.map((contract, i): Line => ({
          id: contract.id,
          what:
            contract.kind === 'name' ? `the name ${contract.name}` : contract.data.name || `node ${contract.nodeId}`,
          billed: sum(bills[i]!),
          hourly: standings?.get(contract.id)?.hourly,
        }))
        const hourly = lines.every((line) => line.hourly !== undefined)
          ? lines.reduce((total, line) => total + line.hourly!, 0n)
          : undefined
        // Since each contract was made, until its last bill.
        const expected = lines.every((line) => line.hourly !== undefined)
          ? contracts.reduce((total, { createdAt }, i) => {
              const last = Math.max(createdAt, ...bills[i]!.map(({ at }) => at))
              return total + (lines[i]!.hourly! * BigInt(last - createdAt)) / hourSeconds
            }, 0n)
          : undefined
        const levels = [...new Set(all.map(({ discount }) => discount))]
        return (
          <div className="flex flex-col gap-6">
            <div className="grid items-start gap-x-8 gap-y-5 rail:grid-cols-[minmax(0,1fr)_300px]">
              <section aria-label="Bills" className="flex min-w-0 flex-col gap-3">
                <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                  <h2 className="text-section">Bills</h2>
                  <span className="ml-auto">
                    <Segmented label="Bills by" value={period} options={periods} onChange={setPeriod} />
                  </span>
                </div>
                {all.length === 0 ? (
                  <p className="text-ink-2">None yet. The first comes within an hour of what costs something.</p>
                ) : (
                  <BillBars billed={byPeriod(all, period, most[period])} period={period} />
                )}
              </section>
              <Facts
                of={[
                  ['Billed so far', `${showTft(sum(all), 4)} TFT`],
                  ['Estimated', expected === undefined ? '…' : `${showTft(expected, 4)} TFT`],
                  ['Difference', expected === undefined ? undefined : difference(sum(all), expected)],
                  ['Discounts', levels.length === 0 ? undefined : levels.join(', ').replace('None', 'none')],
                  ['Now, an hour', hourly === undefined ? '…' : `${showTft(hourly, 4)} TFT`],
                  ['Now, a month', month === undefined ? '…' : `${showTft(month)} TFT`],
                ]}
              />
            </div>
            <Table
              plain
              label="Cost by contract"
              columns={columns}
              rows={lines}
              rowKey={({ id }) => id}
              narrow={({ id, what, billed }) => (
                <span className="flex justify-between gap-3 py-2">
                  <span className="min-w-0 wrap-anywhere">
                    <span className="mono">{id}</span> <span className="text-ink-3">{what}</span>
                  </span>
                  <span className="shrink-0">{showTft(billed, 4)} TFT</span>
                </span>
              )}
            />
            <p className="text-small text-ink-3">
              The estimate is the price of now for all the time until the last bill. Bills differ from it where the
              price of TFT, your discount or what ran was another.
            </p>
          </div>
        )
      }}
    </Loaded>
  )
}

function difference(billed: Tft, expected: Tft): string {
  const much = showTft(billed > expected ? billed - expected : expected - billed, 4)
  return Number(much) === 0 ? 'None' : `${much} TFT ${billed > expected ? 'more' : 'less'}`
}
