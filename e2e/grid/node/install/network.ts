import { networkId } from '../addresses.ts'
import { InstallError } from './install-error.ts'
import type { Installer } from './installer.ts'

const portTaken = (id: string) =>
  `failed to create network resource for network ${id}: wireguard listen port already in use, pick another one`

/** Source: zosbase pkg/primitives/network/network.go, pkg/network/networker.go CreateNR */
export const network: Installer<'network'> = {
  effort: 0.8,
  mishap: ({ id }) => portTaken(id),
  install({ id, twin, name, data, host }) {
    const key = networkId(twin, name)
    const others = [...host.networks].filter(([other]) => other !== key)
    if (others.some(([, { wireguard_listen_port }]) => wireguard_listen_port === data.wireguard_listen_port))
      throw new InstallError(portTaken(id))
    host.networks.set(key, data)
    return null
  },
  remove({ twin, name, host }) {
    host.networks.delete(networkId(twin, name))
  },
}
