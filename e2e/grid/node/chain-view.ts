import type { Chain } from '../chain/chain.ts'
import type { ChainContract, ChainIp } from '../chain/nouns.ts'

/** What a node asks the chain while it installs a deployment. */
export type ChainView = {
  /** Whether somebody rents the whole node. */
  isRented: () => boolean
  /** Addresses of the farm that the deployment's contract holds. */
  reservedIps: () => ChainIp[]
  nameContract: (name: string) => ChainContract | undefined
}

export type ChainReader = Pick<Chain, 'contract' | 'contracts' | 'contractByName' | 'farm'>

export const chainView = (chain: ChainReader, nodeId: number, farmId: number, contractId: number): ChainView => ({
  isRented: () => [...chain.contracts()].some(({ detail }) => detail.kind === 'rent' && detail.nodeId === nodeId),
  reservedIps: () => chain.farm(farmId)?.publicIps.filter((ip) => ip.contractId === contractId) ?? [],
  nameContract: (name) => chain.contractByName(name),
})
