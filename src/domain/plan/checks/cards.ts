import type { Gpu } from '#domain/node.ts'
import type { Check } from '../check.ts'
import type { PlanFacts } from '../facts.ts'
import type { Plan } from '../plan.ts'
import { withField } from './field.ts'
import { machinesOf, type PlacedMachine } from './machines.ts'
import { isSameNode } from './networks-at.ts'
import { about, fix } from './row.ts'

/**
 * Whether machines get the cards that they want.
 *
 * Source: zosbase pkg/primitives/vm/vm.go, pkg/vm/manager.go checkDevicesUsed
 */
export const cardChecks = (plan: Plan, facts: PlanFacts): Check[] =>
  machinesOf(plan).flatMap((one) =>
    (one.workload.data.gpu ?? []).flatMap((id, i) => cardCheck(plan, facts, one, id, i)),
  )

function cardCheck(plan: Plan, facts: PlanFacts, one: PlacedMachine, id: string, i: number): Check[] {
  const { at, workload } = one
  const { node } = plan.nodes[at.node]!
  const told = facts.nodes.get(node ?? -1)
  if (node === null || !told) return []
  const wanted = workload.data.gpu ?? []
  const row = (state: Check['state'], words: string, detail?: string) => [
    about(plan, state, `gpu ${i}`, at, `gpu.${i}`, words, {
      ...(detail !== undefined && { detail }),
      ...(state === 'fail' &&
        fix(
          'Go without',
          withField(
            plan,
            at,
            'gpu',
            wanted.filter((_, k) => k !== i),
          ),
        )),
    }),
  ]
  if (told.node.data && told.node.data.rentedByTwinId === 0)
    return row('fail', 'only who rents the whole node can use its cards', `Rent node ${node} first`)
  const cards: Gpu[] | undefined = told.gpus.data ?? (told.gpus.error || facts.need ? told.node.data?.gpus : undefined)
  if (!cards) return row('wait', `asking node ${node} for its cards`)
  const card = cards.find((other) => other.id === id)
  if (!card) return row('fail', `node ${node} has no card ${id}`)
  const own = plan.nodes[at.node]!.deployments[at.deployment]!.deployment.contract_id
  if (card.contractId !== 0 && card.contractId !== Number(own))
    return row('fail', `the ${card.device} is used by contract ${card.contractId}`)
  const earlier = machinesOf(plan)
    .slice(
      0,
      machinesOf(plan).findIndex((other) => other.workload === workload),
    )
    .find((other) => isSameNode(plan, other.at.node, at.node) && other.workload.data.gpu?.includes(id))
  if (earlier) return row('fail', `${earlier.workload.name} has the ${card.device} already`)
  return wanted.indexOf(id) < i ? row('fail', 'it is there twice') : []
}
