import { z } from 'zod'

const node = z.int().positive()
const times = z.int().positive().default(1)
const milliseconds = z.int().nonnegative()

export const nodeFaults = [
  z
    .strictObject({ fault: z.literal('node-silent'), node })
    .describe('The node takes requests and never answers: {node}'),
  z.strictObject({ fault: z.literal('node-offline'), node }).describe('The node is not connected to the relay: {node}'),
  z
    .strictObject({ fault: z.literal('node-slow'), node, ms: milliseconds })
    .describe('The node answers that much later: {node, ms}'),
  z
    .strictObject({
      fault: z.literal('workload-error'),
      node,
      type: z.string().optional(),
      name: z.string().optional(),
      message: z.string().optional(),
    })
    .describe('The next workload (of that type or name) fails on the node: {node, type?, name?, message?}'),
  z
    .strictObject({ fault: z.literal('workload-slow'), node, ms: milliseconds, name: z.string().optional() })
    .describe('The next workload (of that name) takes that much longer to install: {node, ms, name?}'),
  z
    .strictObject({ fault: z.literal('reply-lost'), node, times })
    .describe('The node does what it is asked, and its next answers are lost: {node, times?}'),
  z
    .strictObject({ fault: z.literal('wrong-signature'), node })
    .describe('The node signs its answers with another key than its own: {node}'),
  z
    .strictObject({ fault: z.literal('stale-key'), node })
    .describe('The node goes by the encryption key that the caller had before, or nobody has: {node}'),
  z
    .strictObject({ fault: z.literal('end-missed'), node })
    .describe('The node does not hear that a contract ends, and keeps what it runs: {node}'),
  z
    .strictObject({ fault: z.literal('node-standby'), node })
    .describe('The node is put to sleep, on the chain too, and wakes when the fault ends: {node}'),
  z
    .strictObject({ fault: z.literal('node-full'), node })
    .describe('A stranger takes all memory and disk that the node has left: {node}'),
] as const
