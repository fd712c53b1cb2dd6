import { duplicateProblem, nameProblem } from '#domain/names.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { problem } from '#domain/workloads/workload.ts'
import { awaited, filled } from '../awaited.ts'
import type { Check } from '../check.ts'
import { freeName } from '../edit.ts'
import { deploymentAt, placed, withWorkload, type Placed, type Plan } from '../plan.ts'
import { renameWorkload } from '../rename.ts'
import { fieldOf, withField } from './field.ts'
import { meant } from './request-words.ts'
import { about, fix } from './row.ts'

/**
 * What nodes look at before they take a deployment, workload by workload.
 *
 * Source: zosbase pkg/gridtypes/deployment.go Valid
 */
export const requestChecks = (plan: Plan): Check[] => placed(plan).flatMap((one) => workloadCheck(plan, one) ?? [])

function workloadCheck(plan: Plan, { at, workload }: Placed): Check | undefined {
  const { name } = workload
  const deployment = withSamples(deploymentAt(plan, at)!.deployment)
  const earlier = deployment.workloads.slice(0, at.workload).map((one) => one.name)
  const badName = nameProblem(name)
  if (badName) {
    const better = name.replaceAll(/\W+/g, '_').slice(0, 36)
    const free = better !== name && better !== '' && !nameProblem(better)
    return about(plan, 'fail', 'request', at, 'name', lower(badName.words), {
      detail: said(`name '${name}' is invalid: ${badName.said}`),
      ...(free && fix(`Rename to ${better}`, renameWorkload(plan, at, better))),
    })
  }
  const duplicate = duplicateProblem(name, earlier)
  if (duplicate) {
    const other = freeName(plan, name)
    // Those that name it mean the first.
    const renamed = withWorkload(plan, at, (one) => ({ ...one, name: other }))
    return about(plan, 'fail', 'request', at, 'name', lower(duplicate.words), {
      detail: said(duplicate.said),
      ...fix(`Rename to ${other}`, renamed),
    })
  }
  if (workload.version > deployment.version)
    return about(plan, 'fail', 'request', at, 'version', 'it is above that of its deployment', {
      ...fix(
        `Use ${deployment.version}`,
        withWorkload(plan, at, (one) => ({ ...one, version: deployment.version })),
      ),
    })
  const refusal = problem(deployment.workloads[at.workload]!, deployment)
  return refusal === undefined || isForLater(plan, at.node, workload, refusal)
    ? undefined
    : refused(plan, { at, workload }, refusal)
}

function refused(plan: Plan, { at, workload }: Placed, refusal: string): Check {
  const { field, words, do: act, to } = meant(workload, refusal)
  return about(plan, 'fail', 'request', at, field, words, {
    detail: said(refusal),
    ...(act !== undefined && fix(act, withField(plan, at, field, to))),
  })
}

/** What is planned once the node is chosen need not be there before. */
function isForLater(plan: Plan, node: number, workload: Workload, refusal: string): boolean {
  if (plan.nodes[node]!.node !== null) return false
  const { field } = meant(workload, refusal)
  const places = ['subnet', 'network.interfaces.0.ip', 'network.mycelium.hex_seed', 'mycelium.hex_key']
  return places.includes(field) && !fieldOf(workload, field)
}

const said = (words: string) => `Nodes say: ${words}`
const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

/** Of the right kind for every hole: nodes get to see such a deployment only once what it waits for is there. */
const sample = {
  ip: '10.0.0.2',
  ip6: '2a00::2',
  planetary_ip: '300::2',
  mycelium_ip: '400::2',
  fqdn: 'a.example.com',
  Namespace: '1-1-a',
  IPs: ['300::2'],
  Port: 9900,
}

export const withSamples = (deployment: Deployment): Deployment =>
  filled(deployment, new Map(deployment.workloads.flatMap(awaited).map((name) => [name, sample])))
