import { z } from 'zod'

export const chainFaults = [
  z
    .strictObject({ fault: z.literal('chain-down'), ms: z.int().nonnegative().optional() })
    .describe('The chain’s sockets are closed and refused, for so long or until it is ended: {ms?}'),
] as const
