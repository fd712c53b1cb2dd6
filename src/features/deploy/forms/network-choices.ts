import type { PlanFacts } from '#domain/plan/facts.ts'
import { placed, type Plan, type Spot } from '#domain/plan/plan.ts'
import { isNetwork } from '#domain/plan/references.ts'
import type { Option } from '#ui/Select.tsx'

/** Stands for a network that is made when it is chosen. No name has a +. */
export const newOne = '+'

/** Networks that something on the node of `at` can join: the plan's, then the twin's other ones. */
export function networkChoices(plan: Plan, at: Spot, facts: PlanFacts): Option[] {
  const planned = placed(plan).filter(({ workload }) => isNetwork(workload))
  const here = planned.filter((one) => one.at.node === at.node)
  const known = new Set(here.map(({ workload }) => workload.name))
  const choices: Option[] = here.map(({ workload }) => ({
    value: workload.name,
    name: [workload.name, subnetHere((workload.data as { subnet?: string }).subnet)].filter(Boolean).join(', '),
  }))
  for (const { at: other, workload } of planned) {
    if (known.has(workload.name)) continue
    known.add(workload.name)
    const { node } = plan.nodes[other.node]!
    choices.push({
      value: workload.name,
      name: `${workload.name}, ${node === null ? 'on another node' : `of node ${node}`}`,
    })
  }
  for (const { name, members } of facts.networks.data ?? []) {
    if (known.has(name)) continue
    const own = members.find(({ nodeId }) => nodeId === plan.nodes[at.node]!.node)
    choices.push({ value: name, name: `${name}, ${own ? subnetHere(own.subnet) : `runs on ${nodesWords(members)}`}` })
  }
  return choices
}

const subnetHere = (subnet: string | undefined) => (subnet ? `${subnet} here` : '')

const nodesWords = (members: readonly { nodeId: number }[]) =>
  members.length === 1 ? `node ${members[0]!.nodeId}` : `${members.length} nodes`

/** This node's part of a network, "" while it is not planned. */
export function subnetOf(plan: Plan, at: Spot, facts: PlanFacts, name: string): string {
  const part = placed(plan).find(
    (one) => one.at.node === at.node && isNetwork(one.workload) && one.workload.name === name,
  )
  if (part) return (part.workload.data as { subnet?: string }).subnet ?? ''
  const network = facts.networks.data?.find((one) => one.name === name)
  return network?.members.find(({ nodeId }) => nodeId === plan.nodes[at.node]!.node)?.subnet ?? ''
}
