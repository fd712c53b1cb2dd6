import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { ContractState } from '#domain/contract.ts'
import { groupContracts, type Deployed } from '#domain/deployed.ts'
import type { Deployment } from '#domain/deployment/deployment.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { planOfRunning, type Held } from '#domain/plan/update.ts'
import { listContracts, pageOfContracts, type ContractFilter } from '#protocols/gridproxy/contracts.ts'
import { heldContracts } from '#protocols/node/deployment-list.ts'
import { changes, getDeployment, type WorkloadReport } from '#protocols/node/deployment.ts'
import { client } from './client.ts'
import { askNode, nodeLine, type NodeAddress } from './connections.ts'
import { inLane } from './lanes.ts'
import type { Network } from './networks.ts'
import { oneNode } from './nodes.ts'
import { transact } from './transact.ts'

export type { WorkloadReport }

/** What a node holds for a contract, with what became of each workload. */
export type HeldDeployment = Omit<Deployment, 'workloads'> & { workloads: WorkloadReport[] }

const live: ContractState[] = ['Created', 'GracePeriod']

/** What a twin pays for and has not ended. */
export const liveContracts = (network: Network, twinId: number) =>
  queryOptions({
    queryKey: [network.id, 'deployments', twinId],
    queryFn: ({ signal }) => listContracts(network.gridproxy, { twinId, states: live }, signal),
    refetchInterval: 15_000,
  })

/** What a twin runs: its live contracts, grouped as they were made. */
export const deploymentList = (network: Network, twinId: number) =>
  queryOptions({ ...liveContracts(network, twinId), select: ({ contracts }): Deployed[] => groupContracts(contracts) })

const installingMs = 2_500
const idleMs = 45_000

const isInstalling = (held: HeldDeployment | null | undefined) =>
  held?.workloads.some(({ result }) => result.state === '' || result.state === 'init') ?? false

/**
 * What a node holds for a contract, asked of the node itself; `null` when it holds nothing. Asked often while something
 * is being installed.
 */
export const heldDeployment = (network: Network, node: NodeAddress, contractId: number) =>
  queryOptions({
    queryKey: [network.id, 'held', contractId],
    queryFn: ({ signal }): Promise<HeldDeployment | null> =>
      inLane(signal, async () => (await getDeployment(nodeLine(network, node), contractId)) ?? null),
    retry: false,
    refetchInterval: ({ state }) => (isInstalling(state.data) ? installingMs : idleMs),
  })

/** The same as the node wrote it, to the digit. */
export const heldText = (network: Network, node: NodeAddress, contractId: number) =>
  queryOptions({
    queryKey: [network.id, 'held', contractId, 'text'],
    queryFn: async ({ signal }) =>
      (await askNode(network, node, 'zos.deployment.get', { contract_id: contractId }, undefined, signal)).text,
    retry: false,
  })

/** All that happened to the workloads of a contract, oldest first. `now`: how they stand, which a change changes. */
export const deploymentChanges = (network: Network, node: NodeAddress, contractId: number, now: string) =>
  queryOptions({
    queryKey: [network.id, 'held', contractId, 'changes', now] as const,
    queryFn: ({ signal }) => inLane(signal, () => changes(nodeLine(network, node), contractId)),
    retry: false,
    placeholderData: (last, query) => (query?.queryKey[2] === contractId ? last : undefined),
    refetchInterval: idleMs,
  })

const hearsOfItMs = 12_000

/** So many nodes are asked for what has no contract any more, and so many ended contracts tell which. */
const mostNodes = 12
const mostEnded = 200

/** The nodes of a twin's contracts that ended, the newest first: only there can something be left that has no contract. */
export const nodesOfEnded = (network: Network, twinId: number) =>
  queryOptions({
    queryKey: [network.id, 'deployments', twinId, 'nodes of ended'],
    queryFn: async ({ signal }) => {
      const ended = { twinId, states: ['Deleted'], type: 'node' } satisfies ContractFilter
      const { contracts } = await pageOfContracts(network.gridproxy, { ...ended, page: 1, size: mostEnded }, signal)
      const ids = contracts.flatMap((contract) => (contract.kind === 'node' ? [contract.nodeId] : []))
      return [...new Set(ids)].slice(0, mostNodes)
    },
    staleTime: 300_000,
  })

/**
 * What a node holds in the name of the account that acts beside `liveIds`, the contracts on it that have not ended. It is
 * asked twice, for it takes a moment to hear of an end; what is not known to have ended may be newer than the list.
 */
export const unpaidOn = (network: Network, node: NodeAddress, liveIds: readonly number[]) =>
  queryOptions({
    queryKey: [network.id, 'held on', node.id, liveIds],
    queryFn: async ({ signal }) => {
      const ask = async () => {
        const held = await inLane(signal, () => heldContracts(nodeLine(network, node), signal))
        return held.filter((id) => !liveIds.includes(id))
      }
      if ((await ask()).length === 0) return []
      await new Promise((resolve) => setTimeout(resolve, hearsOfItMs))
      const found = await ask()
      const contracts = await Promise.all(found.map((id) => listContracts(network.gridproxy, { id }, signal)))
      return found.filter((_, i) => contracts[i]!.contracts[0]?.state === 'Deleted')
    },
    retry: false,
    staleTime: 300_000,
  })

/** What a node holds for a contract, asked now unless that was just done. @throws WireError */
export async function fetchHeld(network: Network, nodeId: number, contractId: number): Promise<HeldDeployment | null> {
  const { twinId } = await client.fetchQuery({ ...oneNode(network, nodeId), staleTime: idleMs })
  return client.fetchQuery(heldDeployment(network, { id: nodeId, twinId }, contractId))
}

/**
 * What nodes hold for the contracts that a plan updates, asked now. @throws WireError when one does not answer: an update
 * of what is not known could undo what somebody else did.
 */
export const heldOf = (network: Network, plan: Plan) => {
  const updated = plan.nodes.flatMap(({ node, deployments }) =>
    deployments
      .map(({ deployment }) => ({ node, contractId: Number(deployment.contract_id) }))
      .filter(({ contractId }) => node !== null && contractId !== 0),
  )
  return queryOptions({
    queryKey: [network.id, 'held of', updated.map(({ contractId }) => contractId)],
    queryFn: async (): Promise<Held> => {
      const found = await Promise.all(
        updated.map(async ({ node, contractId }) => [contractId, await fetchHeld(network, node!, contractId)] as const),
      )
      return new Map(found.flatMap(([id, held]) => (held ? [[id, held] as const] : [])))
    },
    retry: false,
    staleTime: 0,
  })
}

/**
 * What runs, as a plan to change or copy, and what nodes hold of it. Contracts whose node said nothing are left out.
 *
 * @throws WireError when no node answers
 */
export async function runningPlan(network: Network, deployed: Deployed): Promise<{ plan: Plan; held: Held }> {
  const { contracts, name, solution } = deployed
  const asked = await Promise.allSettled(contracts.map(({ id, nodeId }) => fetchHeld(network, nodeId, id)))
  const answers = asked.filter((one) => one.status === 'fulfilled')
  const [silent] = asked.filter((one) => one.status === 'rejected')
  if (answers.length === 0 && silent) throw silent.reason
  const held: Held = new Map(
    answers.flatMap(({ value }) => (value ? [[Number(value.contract_id), value] as const] : [])),
  )
  return { plan: planOfRunning(contracts, held, name, solution), held }
}

/** Cancels contracts, all or none, with one signature. */
export const cancelContracts = (network: Network, queries: QueryClient) => ({
  mutationFn: async (contractIds: number[]) => {
    const calls = contractIds.map((contractId) => ({ call: 'cancel-contract' as const, contractId }))
    return transact(network, calls)
  },
  // Not waited for: what called this may be gone once the lists are read anew.
  onSuccess: () => void queries.invalidateQueries({ queryKey: [network.id] }),
})
