import { hash } from '#domain/deployment/challenge.ts'
import type { Grid } from '#grid/grid.ts'

/** What a twin pays for, and what it has for it. */
export type Books = {
  /** Its contracts on the chain, each with its node and the hash that the node has to hold. */
  contracts: string[]
  names: string[]
  /** Its deployments on nodes that were spoken to, each with its contract and its own hash. */
  held: string[]
  /** Workloads of these that do not run. */
  broken: string[]
}

export function booksOf(grid: Grid, twin: number, nodes: readonly number[]): Books {
  const contracts = [...grid.chain.contracts()].filter(({ twinId }) => twinId === twin)
  const held = nodes.flatMap((node) =>
    grid
      .node(node)
      .holds()
      .filter(({ twin_id }) => twin_id === twin)
      .map((deployment) => ({ node, deployment })),
  )
  return {
    contracts: contracts
      .flatMap(({ id, detail }) => (detail.kind === 'node' ? line(id, detail.nodeId, detail.hash) : []))
      .toSorted(),
    names: contracts.flatMap(({ detail }) => (detail.kind === 'name' ? detail.name : [])).toSorted(),
    held: held.map(({ node, deployment }) => line(Number(deployment.contract_id), node, hash(deployment))).toSorted(),
    broken: held.flatMap(({ deployment: { workloads } }) =>
      workloads.flatMap(({ name, result }) => (result?.state === 'ok' ? [] : name)),
    ),
  }
}

const line = (contract: number, node: number, of: string) => `contract ${contract} on node ${node}: ${of}`
