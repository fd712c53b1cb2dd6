import { z } from 'zod'

export const relayFaults = [
  z.strictObject({ fault: z.literal('relay-closed') }).describe('Drops every socket of the relay, once: {}'),
  z
    .strictObject({ fault: z.literal('relay-restarted'), ms: z.int().nonnegative() })
    .describe('The relay is gone for so long, and with it all that waited in its queues: {ms}'),
  z
    .strictObject({ fault: z.literal('relay-rate-limited'), count: z.int().positive(), bytes: z.int().positive() })
    .describe('A twin may send so much a minute, the rest is dropped: {count, bytes}'),
  z
    .strictObject({ fault: z.literal('clock-skew'), seconds: z.int().min(-1e8).max(1e8) })
    .describe('Clocks of the relay and the nodes are ahead by that, or behind, so that tokens are refused: {seconds}'),
] as const
