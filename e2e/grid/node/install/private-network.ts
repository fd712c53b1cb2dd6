import type { Network } from '#domain/workloads/network.ts'
import type { NetworkLight } from '#domain/workloads/network-light.ts'
import { networkId } from '../addresses.ts'
import { InstallError } from './install-error.ts'
import type { Job } from './installer.ts'

type NetworkJob = Pick<Job<'network'>, 'id' | 'twin' | 'name' | 'host'> & { data: Network | NetworkLight }

/**
 * What a node says of a port that another network listens on. Nodes mean to say it but free the port before they look, so
 * they fail a step later; the local grid says what they mean.
 *
 * Source: zosbase pkg/network/networker.go CreateNR, reservePort; pkg/set/int.go
 */
export const portTaken = (id: string, port: number): string =>
  `failed to create network resource for network ${id}: ` +
  `wireguard listen port already in use, pick another one: port ${port} is already in the set`

/** Makes the network, or makes it what it is to be from now on. A light one needs no WireGuard. */
export function setUpNetwork({ id, twin, name, data, host }: NetworkJob): null {
  const key = networkId(twin, name)
  const port = data.wireguard_listen_port ?? 0
  const isTaken = [...host.networks].some(
    ([other, network]) => other !== key && network.wireguard_private_key && network.wireguard_listen_port === port,
  )
  if (data.wireguard_private_key && isTaken) throw new InstallError(portTaken(id, port))
  host.networks.set(key, data)
  return null
}

export function removeNetwork({ twin, name, host }: Pick<NetworkJob, 'twin' | 'name' | 'host'>): void {
  host.networks.delete(networkId(twin, name))
}
