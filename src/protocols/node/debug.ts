import { z } from 'zod'
import { deployment } from './deployment.ts'

const about = { type: z.string(), name: z.string() }

/** What a node tells those who look after the grid. Source: zosbase pkg/debugcmd */
export const debugList = z.object({
  deployments: z.array(
    z.object({
      twin_id: z.number(),
      contract_id: z.number(),
      workloads: z.array(z.object({ ...about, state: z.string() })).nullable(),
    }),
  ),
})
export const debugGet = z.object({ deployment })
export const debugHistory = z.object({
  deployment: z.string(),
  history: z.array(
    z.object({ ...about, seq: z.number(), created: z.number(), state: z.string(), message: z.string() }),
  ),
})
export const debugInfo = z.object({ ...about, workload_id: z.string(), logs: z.string().optional() })
export const debugHealth = z.object({
  twin_id: z.number(),
  contract_id: z.number(),
  workloads: z
    .array(z.object({ ...about, workload_id: z.string(), status: z.string(), checks: z.array(z.unknown()) }))
    .nullable(),
})
