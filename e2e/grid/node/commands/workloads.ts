import type { Report } from '../deployments.ts'
import type { SimulatedNode } from '../simulated-node.ts'

/** Everybody's workloads on the node. */
export const workloadsOf = ({ deployments }: SimulatedNode): Report[] =>
  deployments.all().flatMap(({ workloads }) => [...workloads.values()])

/** It takes capacity: it runs, or is paused. Source: zosbase pkg/gridtypes/workload.go IsOkay */
export const isOkay = ({ result: { state } }: Report): boolean => state === 'ok' || state === 'paused'

export const isMachine = ({ type }: Report): boolean => type === 'zmachine' || type === 'zmachine-light'
