import type { Check } from '../check.ts'
import type { PlanFacts } from '../facts.ts'
import type { Plan } from '../plan.ts'
import { accountChecks } from './account.ts'
import { nodeChecks } from './node.ts'

/** All that stands between a plan and its nodes, as far as it can be known before paying. */
export const planChecks = (plan: Plan, facts: PlanFacts): Check[] => [
  ...accountChecks(facts),
  ...nodeChecks(plan, facts),
]
