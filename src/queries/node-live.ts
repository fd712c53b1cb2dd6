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
import { heard, liveOf, type NodeAddress } from './hear.ts'
import type { Network } from './networks.ts'

export { liveOf, type NodeAddress }
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

/** One of these, asked of a node itself. */
export const asked = <Q extends Question>(network: Network, node: NodeAddress, question: Q) =>
  heard(network, node, question, questions[question] as (line: NodeLine) => Promise<AnswerTo<Q>>)
