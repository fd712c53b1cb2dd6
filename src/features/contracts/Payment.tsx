import { showTft, type Tft } from '#domain/money.ts'
import { toSettle, total, type Split, type Standing } from '#domain/standing.ts'
import { Facts } from '#ui/Facts.tsx'
import { Panel } from '#ui/Panel.tsx'
import { hoursPerMonth } from './contract-columns.tsx'
import { showMoment } from './ContractState.tsx'

/** Source: tfchain runtime, DistributionFrequency */
const cyclesPerPayout = 24

/** What a contract costs and what became of its money. */
export function Payment({ of: standing }: { of: Standing }) {
  const { hourly, running, reserve, overdraft, billedUntil, cycles, unbilled } = standing
  return (
    <Panel title="Payment">
      <Facts
        of={[
          ['Costs now', `${show(hourly)} an hour, ${showTft(hourly * hoursPerMonth)} a month`],
          ['Since the last bill', show(running)],
          ['Owed', total(overdraft) === 0n ? 'Nothing' : split(overdraft)],
          ['To settle', standing.grace && show(toSettle(standing))],
          ['Locked', split(reserve)],
          ['Last billed', showMoment(billedUntil)],
          [
            'Paid out',
            `Every ${cyclesPerPayout} bills; ${cycles} ${cycles === 1 ? 'has' : 'have'} come since the last time`,
          ],
          ['Traffic', unbilled === 0n ? undefined : `$${(Number(unbilled) / 1e7).toFixed(4)} not billed yet`],
        ]}
      />
    </Panel>
  )
}

const show = (amount: Tft) => `${showTft(amount, 4)} TFT`

/** The farmer's part only where there is one. */
const split = (amount: Split) =>
  amount.additional === 0n
    ? show(amount.standard)
    : `${show(total(amount))}, of which ${show(amount.additional)} extra fee`
