import type { Check } from '#domain/plan/check.ts'
import type { PlanFacts } from '#domain/plan/facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { costChecks } from '#domain/plan/checks/costs.ts'
import { showTft } from '#domain/money.ts'
import { monthly } from '#domain/plan/price.ts'
import { useCosts } from '#queries/plan-price.ts'
import { AccountNeed } from '#features/account/AccountNeed.tsx'
import { Operations } from '#features/deployments/Operations.tsx'
import { Button } from '#ui/Button.tsx'
import { CheckList } from './CheckList.tsx'
import { PriceTable } from './PriceTable.tsx'
import { whyNot } from './why-not.ts'

type Props = {
  plan: Plan
  facts: PlanFacts
  checks: readonly Check[]
  /** Leads to what a check is about. */
  onShow: (check: Check) => void
  /** Mends the plan. */
  onPlan: (plan: Plan) => void
  onSign: () => void
}

/** What a plan costs, what stands in its way, and the one button on, which is always in sight. */
export function ReviewPane({ plan, facts, checks, onShow, onPlan, onSign }: Props) {
  const costs = useCosts(
    plan,
    facts,
    checks.every(({ state }) => state !== 'fail' && state !== 'wait'),
  )
  const { data: price } = costs.price
  const all = [...checks, ...costChecks(facts.balance, costs.fee.data, price?.hour, costs.spent)]
  const reason = whyNot(plan, all, price === undefined)
  return (
    <aside aria-label="Review" className="flex min-h-0 flex-1 flex-col bg-surface">
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4 rail:px-5">
        <div className="flex items-baseline justify-between gap-3 pt-4">
          <h2 className="text-section">Review</h2>
          <span className="text-small text-ink-3">TFT after discount</span>
        </div>
        <PriceTable plan={plan} facts={facts} costs={costs} />
        {facts.held.data && facts.held.data.size > 0 && (
          <section aria-labelledby="operations" className="pt-5">
            <h3 id="operations" className="pb-1 text-section">
              What the nodes will do
            </h3>
            <Operations
              plan={plan}
              previous={facts.held.data}
              contracts={facts.contracts.data?.filter((contract) => contract.kind === 'node')}
              onPlan={onPlan}
            />
          </section>
        )}
        <CheckList checks={all} onShow={onShow} onPlan={onPlan} />
        {facts.need && (
          <div className="flex flex-wrap gap-2 pt-3">
            <AccountNeed need={facts.need} />
          </div>
        )}
      </div>
      <div className="sticky bottom-0 flex flex-col gap-2 border-t border-line bg-surface p-4">
        {price && (
          <p className="flex items-baseline gap-1.5 rail:hidden">
            <span className="font-medium">{showTft(monthly(price.hour))} TFT</span>
            <span className="text-ink-3">a month</span>
          </p>
        )}
        <Button variant="primary" size="large" className="w-full" onClick={onSign} disabledReason={reason}>
          Review and sign
        </Button>
      </div>
    </aside>
  )
}
