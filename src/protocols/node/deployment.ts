import { z } from 'zod'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { decode } from '#protocols/decode.ts'
import type { NodeLine } from './line.ts'
import { unlessRefused } from './refusal.ts'

// Identity, signature and KYC are checked before the node answers; the last may be asked of a slow service.
const acceptMs = 60_000

const result = z.looseObject({
  created: z.number(),
  state: z.string(),
  message: z.string().default(''),
  data: z.unknown(),
})
export const workload = z.looseObject({
  name: z.string(),
  type: z.string(),
  version: z.number(),
  data: z.unknown(),
  result,
})
export const deployment = z.looseObject({ contract_id: z.number(), twin_id: z.number(), workloads: z.array(workload) })

/** A workload as the node tells of it: always with a result, at times with an empty state before the node touched it. */
export type WorkloadReport = Workload & { result: { created: number; state: string; message: string; data: unknown } }

/** Sends a signed deployment. The node answers once it accepted it; what becomes of it comes by `changes`. */
export const deploy = async (node: NodeLine, signed: Deployment): Promise<void> => {
  await node.ask('zos.deployment.deploy', signed, acceptMs)
}

/** Sends the signed next version of a deployment that the node holds. It answers as to `deploy`. */
export const update = async (node: NodeLine, signed: Deployment): Promise<void> => {
  await node.ask('zos.deployment.update', signed, acceptMs)
}

/** What the node holds for a contract, or `undefined` when it holds nothing. */
export const getDeployment = (node: NodeLine, contractId: number) =>
  unlessRefused(/deployment not found/, async () => {
    const found = decode(deployment, await node.ask('zos.deployment.get', { contract_id: contractId }), node.name)
    return found as unknown as Omit<Deployment, 'workloads'> & { workloads: WorkloadReport[] }
  })

/** Everything that happened to a deployment's workloads, oldest first; empty before the node began. */
export const changes = async (node: NodeLine, contractId: number): Promise<WorkloadReport[]> =>
  decode(
    z.array(workload),
    (await node.ask('zos.deployment.changes', { contract_id: contractId })) ?? [],
    node.name,
  ) as unknown as WorkloadReport[]
