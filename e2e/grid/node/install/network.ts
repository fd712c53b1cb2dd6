import type { Installer } from './installer.ts'
import { portTaken, removeNetwork, setUpNetwork } from './private-network.ts'

/** Source: zosbase pkg/primitives/network/network.go */
export const network: Installer<'network'> = {
  effort: 0.8,
  mishap: ({ id, data }) => portTaken(id, data.wireguard_listen_port),
  install: setUpNetwork,
  update: setUpNetwork,
  remove: removeNetwork,
}
