import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Farm } from '#domain/farm.ts'
import { showTft, showUsd, toUsd } from '#domain/money.ts'
import { toTft, type UsdUnits } from '#domain/pricing.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { tariff, type Tariff } from '#queries/price.ts'
import { Facts } from '#ui/Facts.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Panel } from '#ui/Panel.tsx'

const hoursPerMonth = 720n

/** What anything costs here for a month, without discount. */
export function PricingPolicy({ farm }: { farm: Farm }) {
  const known = useQuery(tariff(useNetwork()))
  return (
    <Panel title="Prices" aside={<span className="text-ink-3">policy {farm.pricingPolicyId}</span>}>
      <p className="py-1.5 text-ink-2">
        {farm.dedicated
          ? 'Nodes are only let whole: you rent a node, and what you put on it costs nothing more but public IPs.'
          : 'You pay for what you take. A node that nobody uses can also be rented whole.'}{' '}
        {/* tfchain pallet-smart-contract: every contract is billed by policy 1. */}
        {farm.pricingPolicyId !== 1 && 'The chain bills by policy 1 all the same.'}
      </p>
      <Loaded from={known} explain={explain}>
        {(one) => <Figures tariff={one} />}
      </Loaded>
    </Panel>
  )
}

const Figures = ({ tariff: { policy, milliUsdPerTft } }: { tariff: Tariff }) => {
  const aMonth = (hourly: UsdUnits) => <Price hourly={hourly} milliUsdPerTft={milliUsdPerTft} />
  return (
    <>
      <Facts
        of={[
          ['Compute unit', aMonth(policy.cu)],
          ['Storage unit', aMonth(policy.su)],
          ['Public IPv4', aMonth(policy.ipu)],
          ['Web name', aMonth(policy.uniqueName)],
          ['Node rented whole', `${policy.dedicationDiscount} % of its units`],
        ]}
      />
      <p className="py-1.5 text-small text-ink-3">
        For a month, without discount. A compute unit is 2 vCPU with 4 GiB of memory, or 1 with 8 GiB, or 4 with 2 GiB;
        a storage unit is 200 GiB of SSD or 1,200 GiB of HDD. Certified nodes cost a quarter more.
      </p>
    </>
  )
}

function Price({ hourly, milliUsdPerTft }: { hourly: UsdUnits; milliUsdPerTft: number }): ReactNode {
  const month = toTft(hourly * hoursPerMonth, milliUsdPerTft)
  return (
    <span className="flex justify-between gap-3">
      <span>{showTft(month)} TFT</span>
      <span className="text-ink-3">{showUsd(toUsd(month, milliUsdPerTft))}</span>
    </span>
  )
}
