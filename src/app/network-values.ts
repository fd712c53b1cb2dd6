import { httpProblem, socketProblem } from '#domain/place.ts'
import type { Service } from '#queries/health.ts'
import type { Described, Network } from '#queries/networks.ts'

/** What the form for a network holds. */
export type NetworkValues = {
  name: string
  gridproxy: string
  chain: string
  relay: string
  kyc: string
  activation: string
}

export const blank: NetworkValues = { name: '', gridproxy: '', chain: '', relay: '', kyc: '', activation: '' }

/** The addresses in the order of the form. Activation only takes accounts, so there is no asking how it is. */
export const addresses: {
  name: Service | 'activation'
  label: string
  example: string
  problem: (text: string) => string | undefined
}[] = [
  { name: 'gridproxy', label: 'GridProxy', example: 'https://gridproxy.example.org', problem: httpProblem },
  { name: 'chain', label: 'TFChain', example: 'wss://tfchain.example.org/ws', problem: socketProblem },
  { name: 'relay', label: 'RMB relay', example: 'wss://relay.example.org', problem: socketProblem },
  { name: 'kyc', label: 'Identity service', example: 'https://kyc.example.org', problem: httpProblem },
  { name: 'activation', label: 'Activation', example: 'https://activation.example.org/activate', problem: httpProblem },
]

export const nameProblem = (networks: readonly Network[]) => (name: string) => {
  if (name.trim() === '') return 'Give it a name'
  const taken = networks.some((network) => network.name.toLowerCase() === name.trim().toLowerCase())
  return taken ? 'Another network has that name' : undefined
}

const toPlace = (text: string) => text.trim().replace(/\/+$/, '')

export const toDescribed = ({ name, ...places }: NetworkValues): Omit<Described, 'id'> => ({
  name: name.trim(),
  gridproxy: toPlace(places.gridproxy),
  chain: toPlace(places.chain),
  relay: toPlace(places.relay),
  kyc: toPlace(places.kyc),
  activation: toPlace(places.activation),
})
