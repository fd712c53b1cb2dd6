import { z } from 'zod'
import { decodeContractData, type Contract, type ContractState } from '#domain/contract.ts'
import { ask, readRows } from './ask.ts'

const common = {
  contract_id: z.number(),
  twin_id: z.number(),
  state: z.enum(['Created', 'GracePeriod', 'Deleted']),
  created_at: z.number(),
}
const nodeDetails = z.object({
  nodeId: z.number(),
  deployment_data: z.string(),
  deployment_hash: z.string(),
  number_of_public_ips: z.number(),
})

/** A row of `/contracts`. Source: tfgrid-sdk-go grid-proxy (10e7b39). */
export const contractRow = z
  .discriminatedUnion('type', [
    z.object({ ...common, type: z.literal('node'), details: nodeDetails }),
    z.object({ ...common, type: z.literal('name'), details: z.object({ name: z.string() }) }),
    z.object({ ...common, type: z.literal('rent'), details: z.object({ nodeId: z.number() }) }),
  ])
  .transform((wire): Contract => {
    const { contract_id: id, twin_id: twinId, state, created_at: createdAt } = wire
    const shared = { id, twinId, state, createdAt }
    switch (wire.type) {
      case 'node':
        return {
          ...shared,
          kind: 'node',
          nodeId: wire.details.nodeId,
          hash: wire.details.deployment_hash,
          text: wire.details.deployment_data,
          data: decodeContractData(wire.details.deployment_data),
          publicIps: wire.details.number_of_public_ips,
        }
      case 'name':
        return { ...shared, kind: 'name', name: wire.details.name }
      case 'rent':
        return { ...shared, kind: 'rent', nodeId: wire.details.nodeId }
    }
  })

/** `publicIps`: at least this many. A node's are those of deployments on it and of its rent. */
export type ContractFilter = {
  twinId?: number
  nodeId?: number
  farmId?: number
  publicIps?: number
  states?: ContractState[]
  type?: Contract['kind']
  id?: number
}

export const contractSorts = ['contract_id', 'type', 'state', 'created_at'] as const

/** Which page of them, and which way round: the newest first unless it says otherwise. */
export type ContractPaging = {
  page: number
  size: number
  sort?: (typeof contractSorts)[number]
  order?: 'asc' | 'desc'
}

/** `count` is of all pages. `problems` tells of rows that could not be read and were left out. */
export type ContractPage = { contracts: Contract[]; count: number; problems: string[] }

const most = 500

/** All contracts that match, newest first. `problems` tells of rows that could not be read and were left out. */
export async function listContracts(place: string, filter: ContractFilter, signal: AbortSignal) {
  const contracts: Contract[] = []
  const problems: string[] = []
  for (let page = 1; ; page++) {
    const { body } = await ask(place, '/contracts', { page, size: most, ...parameters(filter) }, signal)
    const read = readRows(contractRow, body, 'contracts')
    contracts.push(...read.rows)
    problems.push(...read.problems)
    if (read.rows.length + read.problems.length < most) return { contracts, problems }
  }
}

/** One page of the contracts that match. */
export async function pageOfContracts(
  place: string,
  { page, size, sort, order, ...filter }: ContractFilter & ContractPaging,
  signal: AbortSignal,
): Promise<ContractPage> {
  const sorted = { ...parameters(filter), ...(sort && { sort_by: sort }), ...(order && { sort_order: order }) }
  const asked = { page, size, ret_count: true, ...sorted }
  const { body, headers } = await ask(place, '/contracts', asked, signal)
  const { rows, problems } = readRows(contractRow, body, 'contracts')
  return { contracts: rows, count: Number(headers.get('count') ?? rows.length), problems }
}

const parameters = (filter: ContractFilter) => ({
  sort_by: 'contract_id',
  sort_order: 'desc',
  twin_id: filter.twinId,
  node_id: filter.nodeId,
  farm_id: filter.farmId,
  number_of_public_ips: filter.publicIps,
  state: filter.states,
  type: filter.type,
  contract_id: filter.id,
})
