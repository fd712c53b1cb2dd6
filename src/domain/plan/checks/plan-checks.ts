import type { Check } from '../check.ts'
import type { PlanFacts } from '../facts.ts'
import { sameSpot, type Plan } from '../plan.ts'
import { accountChecks } from './account.ts'
import { addressChecks } from './addresses.ts'
import { capacityChecks } from './capacity.ts'
import { cardChecks } from './cards.ts'
import { contractChecks } from './contracts.ts'
import { publicIpChecks } from './farms.ts'
import { gatewayChecks } from './gateways.ts'
import { machineChecks } from './machines.ts'
import { networkChecks, portsRow } from './networks.ts'
import { nodeChecks } from './node.ts'
import { referenceChecks } from './references.ts'
import { requestChecks } from './request.ts'
import { typeChecks } from './accepted-types.ts'

/**
 * All that stands between a plan and its nodes, as far as it can be known before paying: what nodes look at when they are
 * asked, what only fails while they install it, and what the chain wants.
 */
export function planChecks(plan: Plan, facts: PlanFacts): Check[] {
  const requested = requestChecks(plan)
  // What a node cannot even read is not looked at further.
  const isReadable = ({ at }: Check) => !requested.some((one) => sameSpot(one.at, at))
  const installed = [
    ...typeChecks(plan, facts),
    ...referenceChecks(plan, facts),
    ...machineChecks(plan, facts),
    ...addressChecks(plan, facts),
    ...cardChecks(plan, facts),
    ...networkChecks(plan, facts),
    ...gatewayChecks(plan, facts),
  ].filter(isReadable)
  return [
    ...accountChecks(facts),
    ...nodeChecks(plan, facts),
    ...requested,
    ...installed,
    ...capacityChecks(plan, facts),
    ...publicIpChecks(plan, facts),
    ...portsRow(plan, facts, installed),
    ...contractChecks(plan, facts),
  ]
}
