import { queryOptions } from '@tanstack/react-query'
import { diagnose } from '#protocols/node/diagnostics.ts'
import { listParts } from '#protocols/node/dmi.ts'
import { listCards } from '#protocols/node/gpu.ts'
import type { NodeLine } from '#protocols/node/line.ts'
import { getLocation } from '#protocols/node/location.ts'
import { getInterfaces, getPublicConfig, hasIpv6, listPublicIps, listWireguardPorts } from '#protocols/node/network.ts'
import { listRuns } from '#protocols/node/perf.ts'
import { getStatistics } from '#protocols/node/statistics.ts'
import { listPools } from '#protocols/node/storage.ts'
import { getHypervisor, getVersion, listFeatures } from '#protocols/node/system.ts'
import { askNode, type NodeAddress } from './connections.ts'
import { inLane } from './lanes.ts'
import type { Network } from './networks.ts'

export type { NodeAddress }
export type { Diagnostics, Module } from '#protocols/node/diagnostics.ts'
export type { Part } from '#protocols/node/dmi.ts'
export type { Card } from '#protocols/node/gpu.ts'
export type { Run, Runs, TaskResult } from '#protocols/node/perf.ts'
export type { Pool } from '#protocols/node/storage.ts'

/** What a node is asked of itself, the first of them first. */
const questions = {
  version: getVersion,
  statistics: getStatistics,
  pools: listPools,
  interfaces: getInterfaces,
  ipv6: hasIpv6,
  ports: listWireguardPorts,
  hypervisor: getHypervisor,
  features: listFeatures,
  cards: listCards,
  publicConfig: getPublicConfig,
  publicIps: listPublicIps,
  location: getLocation,
  tests: listRuns,
  diagnostics: diagnose,
  parts: listParts,
}
export type Question = keyof typeof questions
export type AnswerTo<Q extends Question> = Awaited<ReturnType<(typeof questions)[Q]>>

/** What a node answered, and how long it took from sending the question. */
export type Heard<T> = { answer: T; tookMs: number }

/** One thing asked of a node itself over RMB. A node that says nothing is not asked again unbidden. */
export const asked = <Q extends Question>(network: Network, node: NodeAddress, question: Q) =>
  queryOptions({
    queryKey: [...liveOf(network, node), question],
    queryFn: ({ signal }) =>
      inLane(signal, () => hear(network, node, questions[question] as (line: NodeLine) => Promise<AnswerTo<Q>>)),
    staleTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
  })

/** What all that a node is asked goes by. */
export const liveOf = (network: Network, node: NodeAddress) => [network.id, 'nodes', 'live', node.id] as const

async function hear<T>(network: Network, node: NodeAddress, ask: (line: NodeLine) => Promise<T>): Promise<Heard<T>> {
  let tookMs = 0
  const answer = await ask({
    name: `Node ${node.id}`,
    ask: async (...question) => {
      const told = await askNode(network, node, ...question)
      tookMs = told.tookMs
      return JSON.parse(told.text)
    },
  })
  return { answer, tookMs }
}
