import type { WorkloadType } from '#domain/workloads/workload.ts'
import { featuresOf, type WorldNode } from '../../world/nodes.ts'
import { gatewayFqdnProxy } from './gateway-fqdn-proxy.ts'
import { gatewayNameProxy } from './gateway-name-proxy.ts'
import type { Installer } from './installer.ts'
import { ip } from './ip.ts'
import { ipv4 } from './ipv4.ts'
import { networkLight } from './network-light.ts'
import { network } from './network.ts'
import { qsfs } from './qsfs.ts'
import { volume } from './volume.ts'
import { zdb } from './zdb.ts'
import { zlogs } from './zlogs.ts'
import { zmachineLight } from './zmachine-light.ts'
import { zmachine } from './zmachine.ts'
import { zmount } from './zmount.ts'

/** Source: zosbase pkg/primitives/provisioner.go */
const installers: { [Type in WorkloadType]: Installer<Type> } = {
  network,
  'network-light': networkLight,
  ip,
  ipv4,
  zmount,
  volume,
  zmachine,
  'zmachine-light': zmachineLight,
  zlogs,
  zdb,
  qsfs,
  'gateway-name-proxy': gatewayNameProxy,
  'gateway-fqdn-proxy': gatewayFqdnProxy,
}

/** The type's own installer; the type of its jobs is lost on the way, so it takes those of its own type only. */
export const installerOf = <Type extends WorkloadType>(type: Type): Installer<Type> => installers[type]

const isGateway = (type: string) => type === 'gateway-name-proxy' || type === 'gateway-fqdn-proxy'

/**
 * Whether the node's features name the type. A real node would take a type that it cannot install and hang on it, so here
 * it refuses it at once, as one that it does not know. Gateways are taken everywhere and say themselves what they lack.
 */
export const takes = (node: WorldNode, type: string): boolean =>
  Object.hasOwn(installers, type) && (isGateway(type) || featuresOf(node).includes(type))
