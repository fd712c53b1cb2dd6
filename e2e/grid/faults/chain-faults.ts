import { z } from 'zod'
import { hasError } from '../chain/codecs.ts'

/** Source of the default: tfchain pallet-smart-contract, for a node that went to sleep in between. */
const error = z
  .string()
  .refine(hasError, 'should be an error of the chain')
  .default('SmartContractModule.NodeNotAvailableToDeploy')

export const chainFaults = [
  z
    .strictObject({ fault: z.literal('chain-down'), ms: z.int().nonnegative().optional() })
    .describe('The chain’s sockets are closed and refused, for so long or until it is ended: {ms?}'),
  z
    .strictObject({ fault: z.literal('chain-slow'), ms: z.int().positive() })
    .describe('A block comes only every so often: {ms}'),
  z
    .strictObject({ fault: z.literal('extrinsic-dropped') })
    .describe('The pool takes the next extrinsic and loses it: {}'),
  z
    .strictObject({ fault: z.literal('extrinsic-failed'), error })
    .describe('The next extrinsic fails in its block: {error?}, as Pallet.Error'),
  z
    .strictObject({ fault: z.literal('chain-fork') })
    .describe('The next block with an extrinsic loses against others; the extrinsic is in the last of them: {}'),
] as const
