import { useQueries, useQuery } from '@tanstack/react-query'
import type { PrivateNetwork } from '#domain/private-network.ts'
import { account } from '#queries/account.ts'
import { heldDeployment, liveContracts } from '#queries/deployments.ts'
import { useNetwork } from '#queries/networks.ts'
import { oneNode } from '#queries/nodes.ts'

/** A machine in a private network. `name` and `contractId` are unknown while only its node's list has it. */
export type MachineHere = { nodeId: number; ip: string; name?: string; contractId?: number; mycelium?: string }

/** The machines of a network: those that its nodes list, with what their own contracts say of them. */
export function useMachines({ name, members }: PrivateNetwork): MachineHere[] {
  const network = useNetwork()
  const twinId = useQuery(account(network)).data?.twinId
  const contracts = useQuery({ ...liveContracts(network, twinId ?? 0), enabled: twinId !== undefined }).data?.contracts
  const nodes = useQueries({ queries: members.map(({ nodeId }) => oneNode(network, nodeId)) })
  const silent = members.filter(({ state }) => state === 'silent' || state === 'asked').map(({ nodeId }) => nodeId)
  const here = (contracts ?? []).flatMap((contract) => {
    const node = nodes[members.findIndex(({ nodeId }) => contract.kind === 'node' && contract.nodeId === nodeId)]?.data
    if (contract.kind !== 'node' || !node || silent.includes(node.id)) return []
    return contract.data.type.startsWith('network') ? [] : [{ contract, node }]
  })
  const held = useQueries({ queries: here.map(({ contract, node }) => heldDeployment(network, node, contract.id)) })
  const named = held.flatMap(({ data }, i) =>
    (data?.workloads ?? []).flatMap((one): MachineHere[] => {
      if (one.type !== 'zmachine' && one.type !== 'zmachine-light') return []
      const joined = one.data.network?.interfaces.find((other) => other.network === name)
      if (!joined || one.result.state === 'error' || one.result.state === 'deleted') return []
      const made = (one.result.data ?? {}) as { mycelium_ip?: string }
      const { contract, node } = here[i]!
      return [
        {
          nodeId: node.id,
          ip: joined.ip,
          name: one.name,
          contractId: contract.id,
          ...(made.mycelium_ip && { mycelium: made.mycelium_ip }),
        },
      ]
    }),
  )
  const listed = members.flatMap(({ nodeId, machines }) => machines.map((ip): MachineHere => ({ nodeId, ip })))
  const nameless = listed.filter(({ nodeId, ip }) => named.every((one) => one.nodeId !== nodeId || one.ip !== ip))
  return [...named, ...nameless].sort((a, b) => a.ip.localeCompare(b.ip, 'en', { numeric: true }))
}
