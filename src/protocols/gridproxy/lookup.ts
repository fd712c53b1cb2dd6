import { z } from 'zod'
import type { Contract } from '#domain/contract.ts'
import type { Twin } from '#domain/twin.ts'
import { ask, readRows } from './ask.ts'
import { contractRow } from './contracts.ts'

/*
 * What is found by an id, an address or a part of a name. Lists are asked, not single things: GridProxy answers a list
 * that has nothing with [], and an unknown contract with status 500.
 * Source: tfgrid-sdk-go grid-proxy (10e7b39).
 */

const nodeRow = z
  .object({
    nodeId: z.number(),
    farmName: z.string(),
    country: z.string(),
    status: z.enum(['up', 'standby', 'down']),
    publicConfig: z.object({ ipv4: z.string(), ipv6: z.string() }),
  })
  .transform(({ nodeId, publicConfig, ...node }) => ({ ...node, id: nodeId, addresses: Object.values(publicConfig) }))
const farmRow = z
  .object({ farmId: z.number(), name: z.string() })
  .transform(({ farmId, name }) => ({ id: farmId, name }))
const twinRow = z
  .object({ twinId: z.number(), accountId: z.string(), relay: z.string() })
  .transform(({ twinId, accountId, relay }) => ({ id: twinId, address: accountId, relay }))
const ipRow = z
  .object({ ip: z.string(), farm_id: z.number(), contract_id: z.number() })
  .transform(({ ip, farm_id, contract_id }) => ({ ip, farmId: farm_id, contractId: contract_id }))

/** `addresses` are those of its public config, with their masks; "" where unset. */
export type FoundNode = z.output<typeof nodeRow>
export type FoundFarm = z.output<typeof farmRow>
export type FoundTwin = Pick<Twin, 'id' | 'address' | 'relay'>
/** A public IP of a farm, with its mask. `contractId` 0 means free. */
export type FoundIp = z.output<typeof ipRow>

/** GridProxy sets no upper bound; this is past what the grid has of public addresses. */
const all = 20_000

export const findNode = async (place: string, id: number, signal: AbortSignal): Promise<FoundNode[]> =>
  readRows(nodeRow, (await ask(place, '/nodes', { node_id: id, size: 1 }, signal)).body, 'nodes').rows

/** Nodes with a public config; there is no asking for one address. */
export const findPublicNodes = async (
  place: string,
  family: 'ipv4' | 'ipv6',
  signal: AbortSignal,
): Promise<FoundNode[]> =>
  readRows(nodeRow, (await ask(place, '/nodes', { [family]: true, size: all }, signal)).body, 'nodes').rows

export const findFarms = async (
  place: string,
  by: { farm_id: number } | { name_contains: string; size: number },
  signal: AbortSignal,
): Promise<FoundFarm[]> => readRows(farmRow, (await ask(place, '/farms', by, signal)).body, 'farms').rows

export const findTwins = async (
  place: string,
  by: { twin_id: number } | { account_id: string },
  signal: AbortSignal,
): Promise<FoundTwin[]> => readRows(twinRow, (await ask(place, '/twins', by, signal)).body, 'twins').rows

export const findContract = async (place: string, id: number, signal: AbortSignal): Promise<Contract[]> =>
  readRows(contractRow, (await ask(place, '/contracts', { contract_id: id }, signal)).body, 'contracts').rows

/** Every public IP of every farm: one can be asked for only with its mask, which is not known. */
export const findPublicIps = async (place: string, signal: AbortSignal): Promise<FoundIp[]> =>
  readRows(ipRow, (await ask(place, '/public_ips', { size: all }, signal)).body, 'public_ips').rows

/** How many contracts a twin pays for now. */
export async function countContracts(place: string, twinId: number, signal: AbortSignal): Promise<number> {
  const live = ['Created', 'GracePeriod']
  const { headers } = await ask(place, '/contracts', { twin_id: twinId, state: live, size: 1, ret_count: true }, signal)
  return Number(headers.get('count') ?? 0)
}
