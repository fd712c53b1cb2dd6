import { minus, type Capacity } from '#domain/capacity.ts'
import { showTft, showUsd, toUsd, type Tft } from '#domain/money.ts'
import { showSpan } from '#domain/time.ts'
import { explain } from '#queries/explain.ts'
import type { Tariff } from '#queries/price.ts'
import { Facts } from '#ui/Facts.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { priceOf } from '#features/deployments/price.ts'
import { diskCapacity, wantedCapacity, type VmValues } from './vm-values.ts'

type Props = {
  values: VmValues
  tariff: Tariff | undefined
  certified: boolean
  balance: Tft | undefined
  /** Why the chain told no prices. */
  trouble: unknown
}

const percent = { None: 0, Default: 20, Bronze: 30, Silver: 40, Gold: 60 }

/** The price line by line, as the chain will bill it. */
export function PriceLines({ values, tariff, certified, balance, trouble }: Props) {
  const whole = wantedCapacity(values)
  const total = tariff && priceOf(whole, tariff, balance ?? 0n, certified)
  return (
    <section aria-labelledby="price">
      <h2 id="price" className="pb-2 text-section">
        Price
      </h2>
      {!total ? (
        trouble ? (
          <p className="text-ink-2">{explain(trouble).title}, so the price is not known.</p>
        ) : (
          <SkeletonLines />
        )
      ) : (
        <>
          <Lines
            values={values}
            total={total.month}
            price={(used) => priceOf(used, tariff, balance ?? 0n, certified).month}
          />
          <div className="flex items-baseline justify-between border-t border-line-strong pt-3">
            <span className="font-medium">Total a month</span>
            <span>
              <span className="text-title">{showTft(total.month)}</span> <span className="text-ink-3">TFT</span>
            </span>
          </div>
          <p className="flex justify-between text-small text-ink-3">
            <span>{showTft(total.hour, 3)} TFT an hour</span>
            <span>{showUsd(toUsd(total.month, total.milliUsdPerTft))}</span>
          </p>
          <div className="pt-3">
            <Facts
              of={[
                ['Discount', total.level === 'None' ? 'None' : `${total.level}, −${percent[total.level]} %`],
                ['Before it', total.level === 'None' ? undefined : `${showTft(total.beforeDiscount)} TFT`],
                ['Certified', certified ? '+25 %' : undefined],
                ['Balance lasts', balance === undefined || total.hour === 0n ? undefined : runway(balance, total.hour)],
              ]}
            />
          </div>
        </>
      )}
    </section>
  )
}

const runway = (balance: Tft, hour: Tft) => showSpan(Number(balance / hour) * 3_600_000)

type LinesProps = { values: VmValues; total: Tft; price: (used: Capacity) => Tft }

/** The machine is what is left of the total without the disk, so that the lines add up to it. */
function Lines({ values, total, price }: LinesProps) {
  const disk = diskCapacity(values)
  const withoutDisk = minus(wantedCapacity(values), disk)
  const machine = values.withDisk ? price(withoutDisk) : total
  return (
    <ul>
      <PriceLine
        name={values.name || 'Machine'}
        what={`${values.cores || 0} vCPU, ${values.memoryGiB || 0} GiB`}
        amount={machine}
      />
      {values.withDisk && <PriceLine name="Disk" what={`${values.diskGiB || 0} GiB`} amount={total - machine} />}
      <PriceLine name="Network" what="private" />
    </ul>
  )
}

const PriceLine = ({ name, what, amount }: { name: string; what: string; amount?: Tft }) => (
  <li className="flex justify-between gap-3 border-t border-line py-2 first:border-0">
    <span className="min-w-0 truncate">
      <span className="font-medium">{name}</span> <span className="text-ink-3">{what}</span>
    </span>
    <span className={amount === undefined ? 'text-ink-3' : undefined}>
      {amount === undefined ? 'free' : showTft(amount)}
    </span>
  </li>
)
