import type { Report } from '../deployments.ts'
import type { SimulatedNode } from '../simulated-node.ts'

/** Everybody's workloads on the node. */
export const workloadsOf = ({ deployments }: SimulatedNode): Report[] =>
  deployments.all().flatMap(({ workloads }) => [...workloads.values()])

export const isMachine = ({ type }: Report): boolean => type === 'zmachine' || type === 'zmachine-light'
