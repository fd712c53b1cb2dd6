import { exactJson, readJson } from './json-text.ts'
import type { Access } from './private-network.ts'

/**
 * The ways in that a network workload's metadata names. Entries that a client wrote to say that there is none, with
 * nothing in them, are left out.
 *
 * Source: tfgrid-sdk-ts grid_client 2.9.2 primitives/network.ts; tfgrid-sdk-go grid-client workloads/network.go, which once
 * wrote one as {ip, priv_key, node_id}
 */
export const readAccesses = (metadata: string): Access[] => readWishes(metadata).filter(({ subnet }) => subnet !== '')

/** The same in a plan, where a way in may be wanted that has no subnet, key or node yet. */
export function readWishes(metadata: string): Access[] {
  const { user_accesses: list, ip, priv_key, node_id } = objectIn(metadata)
  const entries: unknown[] = Array.isArray(list) ? list : []
  const before = ip || priv_key ? [{ subnet: ip, private_key: priv_key, node_id }] : []
  return [...before, ...entries].map(toAccess)
}

function toAccess(entry: unknown): Access {
  const { node_id, subnet, private_key, name } = (entry ?? {}) as Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    nodeId: Number(node_id) || 0,
    subnet: text(subnet),
    privateKey: text(private_key),
    ...(text(name) && { name: text(name) }),
    kept: { ...(entry as object) },
  }
}

/** Metadata that names these ways in and keeps whatever else stood there. Written as grid_client writes it. */
export function writeAccesses(metadata: string, accesses: readonly Access[]): string {
  // A client that still finds the old form would read nothing else.
  const { ip: _, priv_key: __, node_id: ___, ...rest } = objectIn(metadata)
  return exactJson({ version: 3, ...rest, user_accesses: accesses.map(written) })
}

const written = ({ nodeId, subnet, privateKey, name, kept }: Access): object => ({
  ...kept,
  node_id: nodeId,
  private_key: privateKey,
  subnet,
  ...(name && { name }),
})

/** Whether metadata names these ways in and no others. */
export const namesAccesses = (metadata: string, accesses: readonly Access[]): boolean =>
  print(readAccesses(metadata)) === print(accesses)

const print = (accesses: readonly Access[]) =>
  JSON.stringify(accesses.map(({ nodeId, subnet, privateKey, name }) => [subnet, nodeId, privateKey, name]).sort())

function objectIn(metadata: string): Record<string, unknown> {
  try {
    const value: unknown = readJson(metadata)
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
