import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { hex } from '#domain/go-text.ts'
import { hash, hashBytes } from './challenge.ts'
import type { Deployment } from './deployment.ts'

/**
 * What a twin signs: the 16 bytes of the hash; in the style "polka-wallet" its hex text in the tags that wallets add.
 *
 * Source: zosbase pkg/gridtypes/deployment.go Verify
 */
export const messageToSign = (deployment: Deployment): Uint8Array =>
  deployment.signature_requirement.signature_style === 'polka-wallet'
    ? utf8ToBytes(`<Bytes>${hash(deployment)}</Bytes>`)
    : hashBytes(deployment)

/**
 * Whether `signature`, of any length, is the twin's over `message`; `undefined` when there is no such twin.
 * The key is that of the twin's account, read as the type says.
 */
export type Verify = (
  twinId: number,
  type: 'sr25519' | 'ed25519',
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | undefined

/**
 * What a node says of a deployment's signatures; `undefined` when they suffice.
 *
 * Source: zosbase pkg/gridtypes/deployment.go Verify
 */
export function requirementProblem(deployment: Deployment, verify: Verify): string | undefined {
  const { requests, signatures, weight_required } = deployment.signature_requirement
  const message = messageToSign(deployment)
  let weight = 0n
  for (const request of requests ?? []) {
    const signed = signatures?.find(({ twin_id }) => twin_id === request.twin_id)
    const required = request.required || request.twin_id === deployment.twin_id
    if (!signed && required) return `missing required signature for twin '${request.twin_id}'`

    // One who need not sign and did not is still checked, and so fails.
    const type = signed?.signature_type === 'sr25519' ? 'sr25519' : 'ed25519'
    const bytes = signatureBytes(signed?.signature ?? '')
    if (typeof bytes === 'string') return `invalid signature: ${bytes}`
    const valid = verify(request.twin_id, type, message, type === 'sr25519' ? toLength(bytes, 64) : bytes)
    if (valid === undefined) return `failed to get public key for twin '${request.twin_id}'`
    if (!valid) return 'failed to verify signature'
    weight += BigInt(request.weight)
  }
  if (!requests?.some(({ twin_id }) => twin_id === deployment.twin_id))
    return 'originator twin id must be in the signature requests'
  if (weight < weight_required) return 'required signature weight is not reached'
  return undefined
}

/** The bytes, or why Go could not read them. */
function signatureBytes(signature: string): Uint8Array | string {
  try {
    return hexToBytes(hex(signature))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return error.message
  }
}

function toLength(bytes: Uint8Array, length: number): Uint8Array {
  const fitted = new Uint8Array(length)
  fitted.set(bytes.subarray(0, length))
  return fitted
}
