import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { showTft, showUsd, toUsd, type Tft } from '#domain/money.ts'
import { runwayHours } from '#domain/runway.ts'
import { showSpan } from '#domain/time.ts'
import { useNetwork } from '#queries/networks.ts'
import type { Account } from '#queries/account.ts'
import { explain } from '#queries/explain.ts'
import { spending } from '#queries/money.ts'
import { tftPrice } from '#queries/price.ts'
import { Skeleton } from '#ui/Skeleton.tsx'

/** What an account has in TFT and dollars, what a TFT is worth, and how long it lasts. */
export function Figures({ of: { balance, twinId } }: { of: Account }) {
  const network = useNetwork()
  const price = useQuery(tftPrice(network))
  const usd = (amount: Tft) => price.data && showUsd(toUsd(amount, price.data.latest))
  const dollars = (milliUsd: number) => showUsd(milliUsd / 1000)
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-4" aria-label="Balance">
      <Figure name="To spend" value={`${showTft(balance.usable)} TFT`} under={usd(balance.usable)} />
      <Figure
        name="Locked"
        value={`${showTft(balance.reserved)} TFT`}
        under={balance.frozen > 0n ? `and ${showTft(balance.frozen)} TFT frozen` : 'for what contracts have used'}
      />
      <Figure
        name="1 TFT"
        value={price.data ? dollars(price.data.latest) : price.error ? 'Not known' : <Skeleton width={60} />}
        under={
          price.data
            ? `bills go by ${dollars(price.data.average)}, kept from ${dollars(price.data.least)} to ${dollars(price.data.most)}`
            : price.error && explain(price.error).title
        }
      />
      {twinId === undefined ? (
        <Figure name="Lasts" value="–" under="Without a twin nothing is billed" />
      ) : (
        <Runway twinId={twinId} usable={balance.usable} />
      )}
    </dl>
  )
}

function Runway({ twinId, usable }: { twinId: number; usable: Tft }) {
  const asked = useQuery(spending(useNetwork(), twinId, usable))
  if (asked.isPending) return <Figure name="Lasts" value={<Skeleton width={80} />} under="Adding up the contracts" />
  if (!asked.data) return <Figure name="Lasts" value="Not known" under={explain(asked.error).title} />
  const { hourly, contracts } = asked.data
  const hours = runwayHours(usable, hourly)
  if (hours === undefined)
    return (
      <Figure name="Lasts" value="–" under={contracts === 0 ? 'No contracts are running' : 'Nothing is billed now'} />
    )
  return (
    <Figure
      name="Lasts about"
      value={hours > yearsHours ? 'Years' : showSpan(hours * 3_600_000)}
      under={`at ${showTft(hourly, 4)} TFT an hour for ${contracts} ${contracts === 1 ? 'contract' : 'contracts'}`}
    />
  )
}

const yearsHours = 3 * 365 * 24

const Figure = ({ name, value, under }: { name: string; value: ReactNode; under: ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-small text-ink-3">{name}</dt>
    <dd className="text-section font-medium whitespace-nowrap">{value}</dd>
    <dd className="text-small text-ink-3">{under}</dd>
  </div>
)
