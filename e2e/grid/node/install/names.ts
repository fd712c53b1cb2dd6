import type { ChainReader } from '../chain-view.ts'
import type { Host } from '../host.ts'
import type { WorldNode } from '../../world/nodes.ts'
import type { ChainContract } from '../../chain/nouns.ts'

/**
 * Why a twin may not serve a name, in the node's words.
 *
 * Source: zosbase pkg/gateway/gateway.go validateNameContract
 */
export function nameProblem(contract: ChainContract | undefined, twin: number): string | undefined {
  if (!contract) return 'a name contract with the given name must be reserved first'
  // Any contract that the chain knows is Created or in GracePeriod.
  return contract.twinId === twin ? undefined : 'twin id mismatch'
}

/** A gateway workload whose name is not, or no longer, its twin's. */
type LostName = { contract: number; name: string; problem: string }

/** Domains of one's own are not looked at. Source: zosbase pkg/gateway/gateway.go validateNameContracts */
export function lostNames(
  { chain: { publicConfig } }: WorldNode,
  { domains }: Host,
  chain: Pick<ChainReader, 'contractByName'>,
): LostName[] {
  const base = publicConfig?.domain
  if (!base) return []
  return [...domains].flatMap(([domain, id]) => {
    const [twin, contract, name = ''] = id.split('-')
    if (!domain.endsWith(base)) return []
    const problem = nameProblem(chain.contractByName(domain.slice(0, -base.length - 1)), Number(twin))
    return problem ? { contract: Number(contract), name, problem } : []
  })
}
