import { z } from 'zod'

export const serviceFaults = [
  z.strictObject({ fault: z.literal('proxy-down') }).describe('GridProxy answers 500 to everything: {}'),
  z
    .strictObject({ fault: z.literal('proxy-slow'), ms: z.int().nonnegative() })
    .describe('GridProxy answers that much later: {ms}'),
  z
    .strictObject({ fault: z.literal('proxy-malformed') })
    .describe('The first row of each of GridProxy’s lists has text where its id should be: {}'),
  z
    .strictObject({
      fault: z.literal('kyc-unverified'),
      address: z.string().optional(),
      status: z.literal('REJECTED').optional(),
    })
    .describe('The identity service knows nobody, or not this account, or rejected them: {address?, status?}'),
  z
    .strictObject({ fault: z.literal('kyc-down') })
    .describe('The identity service answers 503, and nodes cannot ask it: {}'),
] as const
