import { decodeContractData } from '#domain/contract.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { newDeployment, type Plan } from '../plan.ts'
import { isGateway, isNetwork } from '../references.ts'
import type { Shape } from './shape.ts'
import type { Path } from './shaped.ts'
import * as shapes from './shapes.ts'

/** One of the texts that a plan can be read from. `within`: where a member of the plan stands in it. */
export type Form = { shape: Shape; toPlan: (read: unknown) => Plan; within: (path: Path) => Path }

const plan: Form = {
  shape: shapes.plan,
  toPlan: (read) => {
    const given = read as Plan
    return { ...given, nodes: given.nodes.map((one) => ({ ...one, node: one.node ?? null })) }
  },
  within: (path) => path,
}

// Of the plan's nodes[0].deployments[i].deployment, which is all there is then.
const deployments: Form = {
  shape: shapes.deployments,
  toPlan: (read) => ofDeployments(read as Deployment[]),
  within: (path) => (path.length > 3 ? [path[3]!, ...path.slice(5)] : []),
}
const deployment: Form = {
  shape: shapes.deployment,
  toPlan: (read) => ofDeployments([read as Deployment]),
  within: (path) => path.slice(5),
}
const workloads: Form = {
  shape: shapes.workloads,
  toPlan: (read) => ofDeployments([newDeployment(read as Workload[])]),
  within: (path) => path.slice(6),
}

/** What a value wants to be, by the members that stand out; `undefined` when it has none of them. */
export function formOf(value: unknown): Form | undefined {
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined
    if (value.every((one) => has(one, 'workloads'))) return deployments
    return value.every((one) => has(one, 'type') || has(one, 'data')) ? workloads : undefined
  }
  if (has(value, 'nodes')) return plan
  return has(value, 'workloads') ? deployment : undefined
}

const has = (value: unknown, member: string) =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, member)

/** A plan of deployments that nobody says the nodes of. It is called what their contracts are, or the first machine is. */
function ofDeployments(all: Deployment[]): Plan {
  const data = all.map(({ metadata }) => decodeContractData(metadata)).find(({ projectName }) => projectName !== '')
  const [solution = '', ...name] = data?.projectName.split('/') ?? []
  const every = all.flatMap((one) => one.workloads)
  const main = every.find((one) => !isNetwork(one) && !isGateway(one)) ?? every[0]
  return {
    name: name.join('/') || data?.name || main?.name || '',
    solution: solution || 'vm',
    nodes: [{ node: null, deployments: all.map((one) => ({ deployment: one })) }],
  }
}
