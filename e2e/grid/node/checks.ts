import { ed25519Verify, sr25519Verify } from '@polkadot/util-crypto'
import type { Deployment } from '#domain/deployment/deployment.ts'
import { hash } from '#domain/deployment/challenge.ts'
import { deploymentProblem } from '#domain/deployment/problems.ts'
import { requirementProblem, type Verify } from '#domain/deployment/signing.ts'
import type { ChainContract } from '../chain/nouns.ts'
import type { Register } from '../kyc/register.ts'
import type { WorldNode } from '../world/nodes.ts'
import { takes } from './install/installers.ts'

/** A twin's account on the chain. */
export type AccountOf = (twin: number) => Uint8Array | undefined

const verifyBy =
  (accountOf: AccountOf): Verify =>
  (twin, type, message, signature) => {
    const account = accountOf(twin)
    if (!account) return undefined
    try {
      return (type === 'sr25519' ? sr25519Verify : ed25519Verify)(message, signature, account)
    } catch {
      return false // not 64 bytes, or no point of the curve
    }
  }

/**
 * Why the node does not take a deployment that `sender` sent, in its words and in its order.
 *
 * Source: zosbase pkg/provision/engine.go CreateOrUpdate
 */
export function refusal(
  deployment: Deployment,
  sender: number,
  node: WorldNode,
  accountOf: AccountOf,
  register: Register,
): string | undefined {
  const foreign = deployment.workloads.find(({ type }) => !takes(node, type))
  if (foreign) return `invalid reservation type '${foreign.type}'`
  const problem = deploymentProblem(deployment)
  if (problem) return problem
  if (deployment.twin_id !== sender) return `twin id mismatch (deployment: ${deployment.twin_id}, message: ${sender})`
  return register.refusal(sender, accountOf(sender)) ?? requirementProblem(deployment, verifyBy(accountOf))
}

/**
 * Why the contract is none of a node. Nodes look only after they took the deployment, and once more when they start.
 *
 * Source: zosbase pkg/provision/engine.go validate
 */
export function contractProblem(contract: ChainContract | undefined): string | undefined {
  if (!contract) return 'failed to get deployment contract: object not found'
  return contract.detail.kind === 'node' ? undefined : 'invalid contract type, expecting node contract'
}

/** Why the contract is not for this deployment on this node. */
export function hashProblem(deployment: Deployment, { detail }: ChainContract, nodeId: number): string | undefined {
  if (detail.kind !== 'node' || detail.nodeId !== nodeId) return 'invalid node address in contract'
  return detail.hash === hash(deployment) ? undefined : 'contract hash does not match deployment hash'
}
