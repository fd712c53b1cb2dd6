import { hash } from '#domain/deployment/challenge.ts'
import { namesFor } from '#domain/deployment/run-begin.ts'
import { stagesOf } from '#domain/deployment/run-stages.ts'
import type { Planned } from '#domain/plan/planned.ts'
import { isUpdate } from '#domain/plan/plan.ts'
import { publicIps } from '#domain/workloads/workload.ts'
import type { Call } from '#protocols/chain/call.ts'

/**
 * What the first signature of a plan asks of the chain, all or nothing: contracts for what is new, new hashes for what is
 * updated, names of gateways, and the end of `cancels`. What waits for addresses that are not known yet is signed later.
 */
export function contractCalls(planned: readonly Planned[], cancels: readonly number[] = []): Call[] {
  const first = stagesOf(planned)[0] ?? []
  return callsFor(first, first.flatMap(namesFor), cancels)
}

/** How often a plan has to be signed: once more for each round of what waits for addresses of what runs before it. */
export const signaturesOf = (planned: readonly Planned[]): number => Math.max(1, stagesOf(planned).length)

/** The calls for deployments that are final. Names come after the contracts that use them. */
export const callsFor = (
  planned: readonly Planned[],
  names: readonly string[],
  cancels: readonly number[] = [],
): Call[] => [
  ...cancels.map((contractId): Call => ({ call: 'cancel-contract', contractId })),
  ...planned.map(contractCall),
  ...names.map((name): Call => ({ call: 'create-name-contract', name })),
]

function contractCall({ node, deployment, contractData: data }: Planned): Call {
  if (isUpdate({ deployment }))
    return {
      call: 'update-node-contract',
      contractId: Number(deployment.contract_id),
      hash: hash(deployment),
      data,
    }
  return {
    call: 'create-node-contract',
    nodeId: node.id,
    hash: hash(deployment),
    data,
    publicIps: publicIps(deployment.workloads),
  }
}
