import { nameProblem } from '#domain/names.ts'
import { problem } from '#domain/workloads/workload.ts'
import type { Deployment } from './deployment.ts'

/**
 * What a node says of a deployment before it takes it, about the first thing that is wrong; `undefined` when it would.
 * Call it before paying: the node is asked only after the contract is made.
 *
 * Source: zosbase pkg/gridtypes/deployment.go Valid
 */
export function deploymentProblem(deployment: Deployment): string | undefined {
  const names = new Set<string>()
  for (const workload of deployment.workloads) {
    const { name, version } = workload
    if (version > deployment.version)
      return `workload '${name}' version '${version}' cannot be higher than deployment version '${deployment.version}'`
    const badName = nameProblem(name)
    if (badName) return `name '${name}' is invalid: ${badName.said}`
    if (names.has(name)) return `multiple workloads with the same name '${name}'`
    names.add(name)
    const said = problem(workload, deployment)
    if (said) return said
  }
  return undefined
}
