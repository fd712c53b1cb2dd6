import { duplicateProblem, nameProblem } from '#domain/names.ts'
import { renameWorkload } from '#domain/plan/rename.ts'
import { placed, sameSpot, workloadAt, type Plan, type Spot } from '#domain/plan/plan.ts'
import { isNetwork } from '#domain/plan/references.ts'

/** Names that would be mistaken for that of the workload at `at`: all of its node, and holes name workloads of any node. */
const others = (plan: Plan, at: Spot): string[] => {
  const own = workloadAt(plan, at)!
  return placed(plan)
    .filter(
      (one) => !sameSpot(one.at, at) && !(isNetwork(own) && isSamePart(one.workload, own, one.at.node === at.node)),
    )
    .map(({ workload }) => workload.name)
}

/** Parts of a network over several nodes share its name. */
const isSamePart = (one: { type: string; name: string }, own: { name: string }, sameNode: boolean) =>
  isNetwork(one) && !sameNode && one.name === own.name

/** Why the workload at `at` cannot be called `name`, in words. */
export const workloadNameProblem = (plan: Plan, at: Spot, name: string): string | undefined =>
  (nameProblem(name) ?? duplicateProblem(name, others(plan, at)))?.words

/** The plan in which the workload is called `name`; a network on all its nodes. What is no name for it changes nothing. */
export function named(plan: Plan, at: Spot, name: string): Plan {
  const own = workloadAt(plan, at)!
  if (name === own.name || workloadNameProblem(plan, at, name) !== undefined) return plan
  const parts = placed(plan).filter(
    (one) => sameSpot(one.at, at) || (isNetwork(own) && isSamePart(one.workload, own, one.at.node === at.node)),
  )
  return parts.reduce((next, part) => renameWorkload(next, part.at, name), plan)
}
