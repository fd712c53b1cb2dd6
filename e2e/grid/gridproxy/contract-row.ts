import type { ChainContract } from '../chain/nouns.ts'
import type { ContractJson, FarmRow } from './rows.ts'

/** A contract as GridProxy tells it. `farm` is that of its node, which a name contract has not. */
export function contractJson(
  { id, twinId, createdAt, detail }: ChainContract,
  state: ContractJson['state'],
  farm: FarmRow | undefined,
): ContractJson {
  const common = { contract_id: id, twin_id: twinId, state, created_at: createdAt }
  if (detail.kind === 'name') return { ...common, type: 'name', details: { name: detail.name } }
  const where = { nodeId: detail.nodeId, farm_name: farm?.json.name ?? '', farm_id: farm?.json.farmId ?? 0 }
  if (detail.kind === 'rent') return { ...common, type: 'rent', details: where }
  const { data, hash, publicIps } = detail
  const deployment = { deployment_data: data, deployment_hash: hash, number_of_public_ips: publicIps }
  return { ...common, type: 'node', details: { ...where, ...deployment } }
}
