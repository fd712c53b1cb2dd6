import type { Workload, WorkloadType } from '#domain/workloads/workload.ts'
import { capacity } from '#domain/workloads/workload.ts'
import type { WorldNode } from '../../world/nodes.ts'
import type { Installer } from './installer.ts'
import { network } from './network.ts'
import { zmachine } from './zmachine.ts'
import { zmount } from './zmount.ts'

const installers: { [Type in WorkloadType]?: Installer<Type> } = { network, zmachine, zmount }

/** The type's own installer; the type of its jobs is lost on the way, so it takes those of its own type only. */
export const installerOf = <Type extends WorkloadType>(type: Type): Installer<Type> | undefined => installers[type]

/** Light nodes take the light kinds of machine and network, which are not simulated. */
export const takes = ({ light }: WorldNode, type: string): boolean =>
  Object.hasOwn(installers, type) && !(light && (type === 'network' || type === 'zmachine'))

/** Source: zosbase pkg/provision/engine.go; types that are not named come last. */
const order: WorkloadType[] = ['zmount', 'volume', 'qsfs', 'network', 'ipv4', 'ip', 'zmachine', 'zlogs']
const rank = (type: WorkloadType) => (order.includes(type) ? order.indexOf(type) : order.length)

/** In the order in which a node installs: disks first, of these the largest. */
export const inOrder = <W extends Workload>(workloads: W[]): W[] =>
  workloads.toSorted((a, b) => rank(a.type) - rank(b.type) || capacity(b).sru - capacity(a).sru)
