import type { Deployment, Workload } from '#domain/deployment/deployment.ts'

/**
 * What somebody wants to run, on one node or several, as the builder's text views show it: the forms and the graph are
 * views of it too. What is written in it goes to the nodes; only the twin and the signature come later.
 */
export type Plan = {
  /** What people call it. Goes into the contracts, so that lists can put together what was made together. */
  name: string
  /** What kind of thing it is, as other clients name it: `vm`, `kubernetes`, `nextcloud`. */
  solution: string
  nodes: PlanNode[]
}

/** What goes to one node. `node` is its id, `null` until one was chosen. */
export type PlanNode = { node: number | null; deployments: PlanDeployment[] }

/**
 * One contract. A deployment without `contract_id` is a new one; else it is the next version of the one that its node
 * holds. `contract_data` is made from the plan on signing when it is absent; of one that exists it is what stands there.
 */
export type PlanDeployment = { contract_data?: string; deployment: Deployment }

/** Where a workload stands in a plan: three places in lists, counted from 0. */
export type Spot = { node: number; deployment: number; workload: number }

/** A workload of a plan, with where it stands. */
export type Placed<W extends Workload = Workload> = { at: Spot; workload: W }

export const emptyPlan = (name: string, solution: string): Plan => ({
  name,
  solution,
  nodes: [{ node: null, deployments: [] }],
})

/** A deployment that nothing was signed for yet: its twin is 0 until `forTwin` says whose it is. */
export const newDeployment = (workloads: Workload[] = [], metadata = ''): Deployment => ({
  version: 0,
  twin_id: 0,
  contract_id: 0,
  metadata,
  description: '',
  expiration: 0,
  signature_requirement: { requests: [], weight_required: 1, signatures: [], signature_style: '' },
  workloads,
})

/** The members that every workload has, with nothing in them. */
export const bare = (name: string) => ({ version: 0, name, metadata: '', description: '' })

export const isUpdate = ({ deployment }: PlanDeployment): boolean => Number(deployment.contract_id) !== 0

/** Every workload of a plan, in its order. */
export const placed = (plan: Plan): Placed[] =>
  plan.nodes.flatMap(({ deployments }, node) =>
    deployments.flatMap(({ deployment: { workloads } }, deployment) =>
      workloads.map((workload, i) => ({ at: { node, deployment, workload: i }, workload })),
    ),
  )

export const workloadsOf = ({ deployments }: PlanNode): Workload[] =>
  deployments.flatMap(({ deployment }) => deployment.workloads)

export const deploymentAt = (plan: Plan, at: Omit<Spot, 'workload'>): PlanDeployment | undefined =>
  plan.nodes[at.node]?.deployments[at.deployment]

export const workloadAt = (plan: Plan, at: Spot): Workload | undefined =>
  deploymentAt(plan, at)?.deployment.workloads[at.workload]

/** `0.1.2`, as it stands in an address. */
export const spotText = ({ node, deployment, workload }: Spot): string => [node, deployment, workload].join('.')

export function readSpot(text: string | undefined): Spot | undefined {
  const [node, deployment, workload] = (text ?? '').split('.').map(Number)
  if (node === undefined || deployment === undefined || workload === undefined) return undefined
  return [node, deployment, workload].every(Number.isInteger) ? { node, deployment, workload } : undefined
}

export const sameSpot = (a: Spot | undefined, b: Spot | undefined): boolean =>
  a !== undefined && b !== undefined && spotText(a) === spotText(b)

/** The plan with another node at a place of it. */
export const withNode = (plan: Plan, i: number, change: (node: PlanNode) => PlanNode): Plan => ({
  ...plan,
  nodes: plan.nodes.map((node, k) => (k === i ? change(node) : node)),
})

export const withDeployment = (
  plan: Plan,
  at: Omit<Spot, 'workload'>,
  change: (deployment: Deployment) => Deployment,
): Plan =>
  withNode(plan, at.node, (node) => ({
    ...node,
    deployments: node.deployments.map((one, i) =>
      i === at.deployment ? { ...one, deployment: change(one.deployment) } : one,
    ),
  }))

export const withWorkload = (plan: Plan, at: Spot, change: (workload: Workload) => Workload): Plan =>
  withDeployment(plan, at, (deployment) => ({
    ...deployment,
    workloads: deployment.workloads.map((workload, i) => (i === at.workload ? change(workload) : workload)),
  }))
