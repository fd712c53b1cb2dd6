import type { Check } from '#domain/plan/check.ts'
import { fieldName } from '#domain/plan/checks/field.ts'
import { placed, workloadAt, type Plan } from '#domain/plan/plan.ts'

/** Why a plan cannot be signed yet, in a line: `1 check fails: private IPv4 of vm1`. */
export function whyNot(plan: Plan, checks: readonly Check[], priceless: boolean): string | undefined {
  if (placed(plan).length === 0) return 'There is nothing in it yet'
  const failed = checks.filter(({ state }) => state === 'fail')
  if (failed.length > 0) {
    const count = failed.length === 1 ? '1 check fails' : `${failed.length} checks fail`
    return `${count}: ${subject(plan, failed[0]!)}`
  }
  if (checks.some(({ state }) => state === 'wait')) return 'Some checks are still running'
  return priceless ? 'The price is not known yet' : undefined
}

function subject(plan: Plan, { at, field, words }: Check): string {
  const name = at && workloadAt(plan, at)?.name
  return name && field ? `${fieldName(field)} of ${name}` : words.charAt(0).toLowerCase() + words.slice(1)
}
