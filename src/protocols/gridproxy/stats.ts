import { z } from 'zod'
import type { Capacity } from '#domain/capacity.ts'
import type { NodeStatus } from '#domain/node.ts'
import { bytes } from '#domain/units.ts'
import { decode } from '#protocols/decode.ts'
import { ask, where } from './ask.ts'

const stats = z.object({
  nodes: z.number(),
  farms: z.number(),
  countries: z.number(),
  totalCru: z.number(),
  totalMru: z.number(),
  totalSru: z.number(),
  totalHru: z.number(),
  publicIps: z.number(),
  accessNodes: z.number(),
  gateways: z.number(),
  twins: z.number(),
  contracts: z.number(),
  gpus: z.number(),
  dedicatedNodes: z.number(),
  nodesDistribution: z.record(z.string(), z.number()),
})

/** The grid in figures. Farms, twins, contracts and public IPs are all there are, whatever nodes were asked about. */
export type Stats = {
  nodes: number
  farms: number
  countries: number
  capacity: Capacity
  publicIps: number
  /** Nodes with an address of their own. */
  accessNodes: number
  /** Of these, the ones with a domain. */
  gateways: number
  twins: number
  /** Of every state, also those that ended. */
  contracts: number
  /** Nodes that have a card, not cards. */
  gpuNodes: number
  /** Nodes that someone rents whole or could. */
  dedicatedNodes: number
  nodesByCountry: Record<string, number>
}

/** The figures of the nodes in these states; of all when none is given. */
export async function getStats(place: string, status: NodeStatus[] | undefined, signal: AbortSignal): Promise<Stats> {
  const { body } = await ask(place, '/stats', { status }, signal)
  const { totalCru, totalMru, totalSru, totalHru, gpus, nodesDistribution, ...counts } = decode(stats, body, where)
  return {
    ...counts,
    capacity: { cru: totalCru, mru: bytes(totalMru), sru: bytes(totalSru), hru: bytes(totalHru) },
    gpuNodes: gpus,
    nodesByCountry: nodesDistribution,
  }
}
