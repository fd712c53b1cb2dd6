import { none, type Capacity } from '#domain/capacity.ts'
import * as mycelium from './mycelium.ts'
import { wireguardChallenge, type Network } from './network.ts'

/**
 * The private network of a ZOS light node. Mycelium is a must, WireGuard is not: it is set up when it has a private key.
 *
 * Source: zosbase pkg/gridtypes/zos/network_light.go
 */
export type NetworkLight = Pick<Network, 'subnet'> &
  Partial<Omit<Network, 'subnet' | 'mycelium'>> & { mycelium: mycelium.Mycelium }

export const challenge = (data: NetworkLight): string =>
  wireguardChallenge(data) + (data.mycelium ? mycelium.challenge(data.mycelium) : '')

export const problem = (data: NetworkLight): string | undefined =>
  data.subnet ? mycelium.problem(data.mycelium) : 'network resource subnet cannot empty'

export const capacity = (): Capacity => none
