import type { Node } from '#domain/node.ts'
import type { Check } from '../check.ts'
import { chooseNode } from '../edit.ts'
import type { NodeFacts, PlanFacts } from '../facts.ts'
import type { Plan } from '../plan.ts'
import { aboutNode, fix } from './row.ts'

/** Whether each of the plan's nodes is chosen, may be used by this twin, and answers. */
export const nodeChecks = (plan: Plan, facts: PlanFacts): Check[] =>
  plan.nodes.map(({ node: id, deployments }, i) => {
    if (id === null) {
      const names = deployments.flatMap(({ deployment }) => deployment.workloads.map(({ name }) => name))
      const detail = plan.nodes.length > 1 && names.length > 0 ? `For ${names.join(', ')}` : undefined
      return aboutNode('fail', 'chosen', i, 'No node is chosen', detail === undefined ? {} : { detail })
    }
    const told = facts.nodes.get(id)
    const { data: node, error } = told?.node ?? { data: undefined, error: null }
    if (node === null)
      return aboutNode('fail', 'takes', i, `There is no node ${id}`, { detail: 'Not on this network: choose another' })
    if (!told || (!node && !error)) return aboutNode('wait', 'takes', i, `Looking up node ${id}`)
    if (!node)
      return aboutNode('fail', 'takes', i, `Node ${id} cannot be looked up`, {
        detail: 'GridProxy does not answer. It is asked again every few seconds',
      })
    const problem = nodeProblem(node, facts)
    if (problem)
      return aboutNode('fail', 'takes', i, `Node ${id} cannot take it`, { detail: problem, ...instead(plan, i, told) })
    return facts.need ? aboutNode('ok', 'takes', i, `Node ${id} takes machines`) : answers(plan, i, id, told)
  })

/**
 * Why a twin can put nothing on a node.
 *
 * Source: tfchain pallet-smart-contract grid_contract.rs (NodeNotAvailableToDeploy), zosbase pkg/provision (grace)
 */
function nodeProblem(node: Node, { twinId, contracts }: PlanFacts): string | undefined {
  if (node.status === 'down') return 'It is down'
  if (node.status === 'standby') return 'It is asleep; its farmer has to wake it first'
  if (node.rentedByTwinId !== 0 && node.rentedByTwinId !== twinId) return `Twin ${node.rentedByTwinId} rents it whole`
  if (node.rentedByTwinId === 0 && (node.inDedicatedFarm || node.extraFeeMilliUsdPerMonth > 0))
    return 'It is only let whole: rent it first'
  const rent = contracts.data?.find((one) => one.kind === 'rent' && one.nodeId === node.id)
  return rent?.state === 'GracePeriod' ? 'Its rent is not paid: top up and settle the contract first' : undefined
}

function answers(plan: Plan, i: number, id: number, told: NodeFacts): Check {
  const { data, error } = told.ports
  if (data) return aboutNode('ok', 'answers', i, `Node ${id} answers in ${Math.round(data.answeredInMs)} ms`)
  if (!error) return aboutNode('wait', 'answers', i, `Asking node ${id}`)
  return aboutNode('fail', 'answers', i, `Node ${id} does not answer`, {
    detail: 'Choose another, or wait for it',
    ...instead(plan, i, told),
  })
}

/** Another node that would take the same. */
export function instead(plan: Plan, i: number, { alternatives }: NodeFacts): { fix?: Check['fix'] } {
  const [other] = alternatives.data ?? []
  return other ? fix(`Use node ${other.id} instead`, chooseNode(plan, i, other.id)) : {}
}
