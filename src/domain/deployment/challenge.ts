import { md5 } from '@noble/hashes/legacy.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { flag, integer, list, text } from '#domain/go-text.ts'
import { challenge as workloadChallenge } from '#domain/workloads/workload.ts'
import type { Deployment, SignatureRequest } from './deployment.ts'

/**
 * The text that is hashed: all of a deployment but its contract, its signatures and its results.
 *
 * Source: zosbase pkg/gridtypes/deployment.go Challenge
 * @throws TypeError in Go's words when a node could not read the deployment.
 */
export function challenge(deployment: Deployment): string {
  const { requests, weight_required, signature_style } = deployment.signature_requirement
  return (
    integer(deployment.version, 'uint32') +
    integer(deployment.twin_id, 'uint32') +
    text(deployment.metadata) +
    text(deployment.description) +
    integer(unixSeconds(deployment.expiration), 'int64') +
    list(deployment.workloads, (workload) => workloadChallenge(workload)) +
    list(requests, requestChallenge) +
    integer(weight_required, 'uint64') +
    text(signature_style)
  )
}

const requestChallenge = ({ twin_id, required, weight }: SignatureRequest) =>
  integer(twin_id, 'uint32') + flag(required) + integer(weight, 'uint64')

const unixSeconds = (expiration: Deployment['expiration']) =>
  typeof expiration === 'string' ? Math.floor(Date.parse(expiration) / 1000) : expiration

/** The MD5 of the challenge, 16 bytes. */
export const hashBytes = (deployment: Deployment): Uint8Array => md5(utf8ToBytes(challenge(deployment)))

/** As the contract carries it: 32 lower-case hex characters. */
export const hash = (deployment: Deployment): string => bytesToHex(hashBytes(deployment))
