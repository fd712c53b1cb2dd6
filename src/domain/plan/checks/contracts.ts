import { hash } from '#domain/deployment/challenge.ts'
import { awaited, filled, foreseen } from '../awaited.ts'
import type { Check } from '../check.ts'
import type { PlanFacts } from '../facts.ts'
import { isUpdate, newDeployment, withDeployment, type Plan, type PlanDeployment } from '../plan.ts'
import { contractDataOf, forTwin } from '../planned.ts'
import { operationsOf } from '../update-operations.ts'
import { aboutNode, fix } from './row.ts'

type At = { node: number; deployment: number }

/** What the chain, and nodes, want of contracts and of the deployments under them. */
export const contractChecks = (plan: Plan, facts: PlanFacts): Check[] =>
  plan.nodes.flatMap(({ deployments }, node) =>
    deployments.flatMap((one, deployment) => {
      const at = { node, deployment }
      return [
        ...dataCheck(plan, at, one),
        ...ownerChecks(plan, facts, at, one),
        ...(isUpdate(one)
          ? updateChecks(plan, facts, at, one)
          : [...versionCheck(plan, at, one), ...twinHash(plan, facts, at, one)]),
      ]
    }),
  )

const nameOf = ({ deployment }: PlanDeployment) => deployment.workloads.map(({ name }) => name).join(', ') || 'nothing'

const row = (
  state: Check['state'],
  rule: string,
  { node, deployment }: At,
  words: string,
  more: Pick<Check, 'detail' | 'fix'> = {},
) => aboutNode(state, `${rule} ${deployment}`, node, words, more)

/** Source: tfchain pallet-smart-contract MaxDeploymentDataLength */
const longestData = 512

function dataCheck(plan: Plan, at: At, one: PlanDeployment): Check[] {
  if (one.deployment.workloads.length === 0 && !isUpdate(one))
    return [
      row('fail', 'empty', at, 'A contract would have nothing in it', {
        detail: 'Add a workload, or take it out of the plan',
      }),
    ]
  const { length } = new TextEncoder().encode(one.contract_data ?? contractDataOf(plan, one))
  if (length <= longestData) return []
  return [
    row('fail', 'data', at, `The contract of ${nameOf(one)} carries ${length} bytes`, {
      detail: `The chain takes ${longestData}: shorten the name of the deployment`,
    }),
  ]
}

/** Whoever is listed has to sign, required or not. Source: zosbase pkg/gridtypes/deployment.go Verify */
function ownerChecks(plan: Plan, { twinId }: PlanFacts, at: At, one: PlanDeployment): Check[] {
  if (twinId === undefined) return []
  const { twin_id: owner, signature_requirement: requirement } = one.deployment
  const mine = withDeployment(plan, at, (deployment) => ({
    ...deployment,
    twin_id: twinId,
    signature_requirement: newDeployment().signature_requirement,
  }))
  if (owner && owner !== twinId)
    return [
      row('fail', 'owner', at, `${nameOf(one)} belongs to twin ${owner}`, {
        detail: 'Nodes take it from that twin only',
        ...fix('Make it yours', mine),
      }),
    ]
  const { requests } = forTwin(one.deployment, twinId).signature_requirement
  const others = requests.filter(({ twin_id }) => twin_id !== twinId).map(({ twin_id }) => twin_id)
  const weight = requests.reduce((sum, request) => sum + Number(request.weight), 0)
  if (others.length === 0 && requests.length > 0 && weight >= Number(requirement.weight_required)) return []
  const words =
    others.length > 0 ? `twin ${others.join(' and ')} would have to sign too` : 'one signature does not weigh enough'
  return [row('fail', 'signers', at, `${nameOf(one)}: ${words}`, fix('Let one sign alone', mine))]
}

const versionCheck = (plan: Plan, at: At, one: PlanDeployment): Check[] =>
  one.deployment.version === 0
    ? []
    : [
        row('fail', 'version', at, `${nameOf(one)} begins at version ${one.deployment.version}`, {
          detail: 'New deployments have version 0',
          ...fix(
            'Begin at 0',
            withDeployment(plan, at, (deployment) => ({
              ...deployment,
              version: 0,
              workloads: deployment.workloads.map((workload) => ({ ...workload, version: 0 })),
            })),
          ),
        }),
      ]

/** A node has one live contract of a hash. Source: tfchain pallet-smart-contract ContractIsNotUnique */
function twinHash(plan: Plan, facts: PlanFacts, at: At, one: PlanDeployment): Check[] {
  const { node } = plan.nodes[at.node]!
  const own = hashOf(plan, facts, one)
  if (node === null || own === undefined) return []
  const live = facts.contracts.data?.find((each) => each.kind === 'node' && each.nodeId === node && each.hash === own)
  const earlier = plan.nodes
    .flatMap((other, i) =>
      other.node === node
        ? other.deployments.filter((_, k) => i < at.node || (i === at.node && k < at.deployment))
        : [],
    )
    .some((other) => hashOf(plan, facts, other) === own)
  if (!live && !earlier) return []
  const touched = withDeployment(plan, at, (deployment) => ({ ...deployment, metadata: `${deployment.metadata} ` }))
  return [
    row('fail', 'hash', at, `${nameOf(one)} is there already, letter by letter`, {
      detail: live ? `Contract ${live.id} on node ${node} is for the same` : `Node ${node} gets the same twice`,
      ...fix('Make it differ by a space', touched),
    }),
  ]
}

/** `undefined` while it waits for something, or cannot be hashed. */
function hashOf(plan: Plan, { twinId, nodes }: PlanFacts, { deployment }: PlanDeployment): string | undefined {
  const known = filled(
    forTwin(deployment, twinId ?? 0),
    foreseen(plan, (id) => nodes.get(id)?.node.data?.publicConfig.domain ?? ''),
  )
  if (known.workloads.flatMap(awaited).length > 0) return undefined
  try {
    return hash(known)
  } catch {
    return undefined
  }
}

/** What nodes and the chain do not change while it is there. */
function updateChecks(plan: Plan, { contracts, held }: PlanFacts, at: At, one: PlanDeployment): Check[] {
  const { node } = plan.nodes[at.node]!
  const id = Number(one.deployment.contract_id)
  const before = held.data?.get(id)
  if (!before)
    return held.error || held.data
      ? [row('fail', 'held', at, `Node ${node} does not tell what it holds for contract ${id}`)]
      : [row('wait', 'held', at, `Asking node ${node} for contract ${id}`)]
  const contract = contracts.data?.find((each) => each.id === id)
  return operationsOf(before, one.deployment, contract?.kind === 'node' ? contract : undefined).flatMap(
    ({ workload: { name }, problem }) => {
      const workload = one.deployment.workloads.findIndex((each) => each.name === name)
      const what: Check = {
        id: `update ${id} ${name}`,
        state: 'fail',
        words: problem ? `${name}: ${problem.words}` : '',
        node: at.node,
        ...(workload >= 0 && { at: { ...at, workload } }),
        ...(problem?.said && { detail: `Nodes say: ${problem.said}` }),
      }
      return problem ? what : []
    },
  )
}
