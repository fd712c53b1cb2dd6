import { z } from 'zod'
import { decode } from '#protocols/decode.ts'
import { ask, where } from './ask.ts'

const stats = z.object({ nodes: z.number(), nodesDistribution: z.record(z.string(), z.number()) })

/** How many nodes the grid has ever had, whatever their state, and how many of them in each country. */
export type Stats = { nodes: number; nodesByCountry: Record<string, number> }

export async function getStats(place: string, signal: AbortSignal): Promise<Stats> {
  const { body } = await ask(place, '/stats', {}, signal)
  const { nodes, nodesDistribution } = decode(stats, body, where)
  return { nodes, nodesByCountry: nodesDistribution }
}
