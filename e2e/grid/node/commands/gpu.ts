import type { ZMachine } from '#domain/workloads/zmachine.ts'
import { isOkay, type Report } from '../deployments.ts'
import type { SimulatedNode } from '../simulated-node.ts'
import type { Commands } from './command.ts'
import { isMachine } from './workloads.ts'

const uses = (workload: Report, card: string): boolean =>
  isMachine(workload) && isOkay(workload) && ((workload.data as Pick<ZMachine, 'gpu'>).gpu ?? []).includes(card)

/** The node's graphics cards and the contracts that hold them. Source: zosbase pkg/primitives/statistics.go ListGPUs */
export function cards({ world, deployments }: SimulatedNode) {
  const holder = (card: string) =>
    deployments.all().find(({ workloads }) => [...workloads.values()].some((workload) => uses(workload, card)))
  if (world.cards.length === 0) return null
  return world.cards.map((card) => ({
    ...card,
    contract: Number(holder(card.id)?.deployment.contract_id ?? card.contract),
  }))
}

export const gpuCommands: Commands = { 'zos.gpu.list': ({ node }) => cards(node) }
