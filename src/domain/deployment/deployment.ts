import type { Integer } from '#domain/go-text.ts'
import type { Workload } from '#domain/workloads/workload.ts'

export type { Result, ResultState, Workload, WorkloadType } from '#domain/workloads/workload.ts'

/** Who must sign. Every listed twin must, required or not: a node checks the signature of each. */
export type SignatureRequest = { twin_id: number; required: boolean; weight: Integer }

/** `signature` is hex without 0x. Any type but "sr25519" means ed25519. */
export type Signature = { twin_id: number; signature: string; signature_type: string }

export type SignatureRequirement = {
  requests: SignatureRequest[]
  weight_required: Integer
  signatures: Signature[]
  /** "polka-wallet" for wallets that wrap what they sign in `<Bytes>`. Absent is "". */
  signature_style?: string
}

/**
 * What a twin wants one node to run under one contract, as it goes over the wire.
 *
 * Source: zosbase pkg/gridtypes/deployment.go
 */
export type Deployment = {
  /** 0 at first, one more with each update. */
  version: number
  twin_id: number
  /** Not hashed: the contract is made from the hash. */
  contract_id: Integer
  metadata: string
  description: string
  /** Unix seconds or RFC 3339. Nodes ignore it but hash it. */
  expiration: Integer | string
  signature_requirement: SignatureRequirement
  workloads: Workload[]
}
