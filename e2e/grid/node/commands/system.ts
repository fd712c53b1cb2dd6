import { featuresOf, type WorldNode } from '../../world/nodes.ts'
import type { Commands, Request } from './command.ts'
import { dmi } from './dmi.ts'
import { healthReport } from './perf-tasks.ts'
import { seeded } from './seeded.ts'

/** A virtual node says on what; on bare metal it says nothing. Source: zosbase pkg/capacity/capacity.go GetHypervisor */
const hypervisor = (world: WorldNode): string => (isVirtual(world) ? 'kvm' : '')
const isVirtual = (world: WorldNode): boolean => world.chain.resources.cru <= 8 && seeded(world, 'kvm').chance(0.05)

/** Modules and the objects each registers. Source: zosbase pkg/diagnostics/diagnostics.go, the zbusc lines of pkg/*.go */
const modules: Record<string, string[]> = {
  storage: ['storage'],
  node: ['host', 'performance-monitor', 'system'],
  identityd: ['manager', 'monitor'],
  vmd: ['manager'],
  flist: ['flist'],
  network: ['network'],
  container: ['container'],
  provision: ['provision', 'statistics'],
  gateway: ['manager'],
  qsfsd: ['manager'],
}

function diagnostics({ node: { world } }: Request) {
  const since = seeded(world, 'diagnostics')
  const status = (objects: string[]) => ({
    objects: objects.map((name) => ({ name, version: '0.0.1' })),
    workers: Array.from({ length: 10 }, () => ({
      state: 'free',
      time: new Date(Date.now() - since.whole(1000, 600_000)).toISOString(),
    })),
  })
  return {
    system_status_ok: true,
    modules: Object.fromEntries(
      Object.entries(modules).map(([name, objects]) => [name, { status: status(objects), error: null }]),
    ),
    healthy: Object.values(healthReport(world)).every((errors) => errors.length === 0),
  }
}

/** Source: zosbase pkg/zos_api/system.go */
export const systemCommands: Commands = {
  'zos.system.version': () => ({ zos: '3.14.0', zinit: 'v0.2.25' }),
  'zos.system.dmi': ({ node: { world } }) => dmi(world),
  'zos.system.hypervisor': ({ node: { world } }) => hypervisor(world),
  'zos.system.diagnostics': diagnostics,
  'zos.system.node_features_get': ({ node: { world } }) => featuresOf(world),
}
