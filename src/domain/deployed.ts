import type { Contract } from '#domain/contract.ts'

export type NodeContract = Extract<Contract, { kind: 'node' }>

/** What a person calls a deployment: the contracts that were made together, under one name. */
export type Deployed = {
  name: string
  /** The contract that stands for the whole: the first that is not a network. Its id names the deployment in URLs. */
  main: NodeContract
  contracts: NodeContract[]
}

const isNetwork = ({ data }: NodeContract) => data.type.startsWith('network')

/**
 * Node contracts by the project written into them, newest deployment first. One without a project stands alone.
 * Source of the convention: tfgrid-sdk-ts grid_client 2.9.2, contract data.
 */
export function groupContracts(contracts: Contract[]): Deployed[] {
  const groups = new Map<string, NodeContract[]>()
  for (const contract of contracts.toSorted((a, b) => a.id - b.id)) {
    if (contract.kind !== 'node') continue
    const key = contract.data.projectName || contract.data.name || String(contract.id)
    groups.set(key, [...(groups.get(key) ?? []), contract])
  }
  return [...groups.values()]
    .map((made) => {
      const main = made.find((contract) => !isNetwork(contract)) ?? made[0]!
      return { name: main.data.name || `Contract ${main.id}`, main, contracts: made }
    })
    .sort((a, b) => b.main.id - a.main.id)
}
