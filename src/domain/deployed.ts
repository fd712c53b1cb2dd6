import type { Contract, ContractData } from '#domain/contract.ts'

export type NodeContract = Extract<Contract, { kind: 'node' }>
export type NameContract = Extract<Contract, { kind: 'name' }>

/** What a person calls a deployment: the contracts that were made together, under one name. */
export type Deployed = {
  name: string
  /** What it is, as its maker wrote: `vm`, `kubernetes`, `network`; "" when nothing tells. */
  solution: string
  /** The contract that stands for the whole: the first that is not a network. Its id names the deployment in URLs. */
  main: NodeContract
  contracts: NodeContract[]
  /** The names that its gateways serve. */
  names: NameContract[]
}

const isNetworkContract = ({ data }: NodeContract) => data.type.startsWith('network')

/** Gateways of other clients are of the type `gateway`, `Gateway Name` or `Gateway Fqdn`. */
const isGatewayContract = ({ data }: NodeContract) => data.type.toLowerCase().startsWith('gateway')

/**
 * A twin's contracts by the project written into them, newest deployment first. A project is `<solution>/<name>`; what has
 * another, as networks and gateways of Go clients do, is told apart by its own name, and one with neither stands alone. A
 * name contract goes with the gateway of its name; those that none has are left to `unclaimed`.
 *
 * Source of the convention: tfgrid-sdk-ts grid_client 2.9.2 and tfgrid-sdk-go grid-client, contract data
 */
export function groupContracts(contracts: readonly Contract[]): Deployed[] {
  const names = contracts.filter((contract) => contract.kind === 'name')
  const groups = new Map<string, NodeContract[]>()
  for (const contract of contracts.toSorted((a, b) => a.id - b.id)) {
    if (contract.kind !== 'node') continue
    const key = projectOf(contract)
    groups.set(key, [...(groups.get(key) ?? []), contract])
  }
  return [...groups.values()]
    .map((made): Deployed => {
      const own = made.filter((one) => !isNetworkContract(one))
      const main = own.find((one) => !isGatewayContract(one)) ?? own[0] ?? made[0]!
      const gateways = new Set(made.filter(isGatewayContract).map(({ data }) => data.name))
      return {
        name: main.data.name || `Contract ${main.id}`,
        solution: solutionOf(main.data),
        main,
        contracts: made,
        names: names.filter(({ name }) => gateways.has(name)),
      }
    })
    .sort((a, b) => b.main.id - a.main.id)
}

function projectOf({ id, data }: NodeContract): string {
  const { projectName, name, type } = data
  if (/.\/./.test(projectName)) return projectName
  return name === '' ? String(id) : `${projectName} ${type} ${name}`
}

function solutionOf({ projectName, type }: ContractData): string {
  const [solution, name] = projectName.split('/')
  return (name ? solution! : type).toLowerCase()
}

/** Every contract of a deployment, those of its names too. */
export const allContracts = ({ contracts, names }: Deployed): (NodeContract | NameContract)[] => [
  ...contracts,
  ...names,
]

/** The name contracts that no deployment has by what is written into its contracts. */
export const unclaimed = (contracts: readonly Contract[], deployments: readonly Deployed[]): NameContract[] => {
  const claimed = new Set(deployments.flatMap(({ names }) => names.map(({ id }) => id)))
  return contracts.filter((contract) => contract.kind === 'name').filter(({ id }) => !claimed.has(id))
}
