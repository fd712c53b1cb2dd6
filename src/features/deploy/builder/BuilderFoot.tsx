import { showTft } from '#domain/money.ts'
import { monthly } from '#domain/plan/price.ts'
import { useCosts } from '#queries/plan-price.ts'
import { Button } from '#ui/Button.tsx'
import type { Builder } from './useBuilder.ts'

/** On a phone: what it comes to, and the way on, under whatever pane is shown. */
export function BuilderFoot({ builder, onReview }: { builder: Builder; onReview: () => void }) {
  const { plan, facts, checks } = builder
  const price = useCosts(plan, facts, false).price.data
  const failing = checks.filter(({ state }) => state === 'fail').length
  return (
    <footer className="flex items-center gap-3 border-t border-line bg-surface px-4 py-2.5 rail:hidden">
      <span className="min-w-0">
        <span className="block font-medium">
          {price ? showTft(monthly(price.hour)) : '–'} TFT <span className="font-normal text-ink-3">/ month</span>
        </span>
        <span className={failing > 0 ? 'block text-small text-bad' : 'block text-small text-ink-3'}>
          {failing === 0 ? 'No check fails' : failing === 1 ? '1 check fails' : `${failing} checks fail`}
        </span>
      </span>
      <Button variant="primary" size="large" className="ml-auto" onClick={onReview}>
        Review
      </Button>
    </footer>
  )
}
