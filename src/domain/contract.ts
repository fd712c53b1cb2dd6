export type ContractState = 'Created' | 'GracePeriod' | 'Deleted'

/**
 * What a twin pays for. A node contract carries the hash that the node compares with the deployment sent to it, and a
 * text of its maker's, `data` as far as it can be read.
 */
export type Contract = {
  id: number
  twinId: number
  state: ContractState
  /** Unix seconds. */
  createdAt: number
} & (
  | { kind: 'node'; nodeId: number; hash: string; text: string; data: ContractData; publicIps: number }
  | { kind: 'name'; name: string }
  | { kind: 'rent'; nodeId: number }
)

/** What clients write into a node contract so that they find their deployments again. "" where absent. */
export type ContractData = { type: string; name: string; projectName: string }

/**
 * The text of a node contract's `deployment_data`. Compact and in this order: other clients search it by substring.
 * Version 3 is what has WireGuard, 4 a light network without it and what runs there.
 *
 * Source: tfgrid-sdk-ts grid_client 2.9.2
 */
export const encodeContractData = ({
  type,
  name,
  projectName,
  version = 3,
}: ContractData & { version?: 3 | 4 }): string => JSON.stringify({ version, type, name, projectName })

/** Reads `deployment_data`; members that are missing, or text that is no JSON, come out as "". */
export function decodeContractData(text: string): ContractData {
  try {
    const data: unknown = JSON.parse(text)
    const member = (name: string) => {
      const value = data !== null && typeof data === 'object' ? (data as Record<string, unknown>)[name] : undefined
      return typeof value === 'string' ? value : ''
    }
    return { type: member('type'), name: member('name'), projectName: member('projectName') }
  } catch {
    return { type: '', name: '', projectName: '' }
  }
}
