import type { Planned } from '#domain/plan/planned.ts'
import { bare, newDeployment } from '#domain/plan/plan.ts'
import { gib } from '#domain/units.ts'
import { hash } from './challenge.ts'
import type { Deployment, Workload } from './deployment.ts'
import type { Run } from './run.ts'
import { begin } from './run-begin.ts'
import { next, type RunEvent } from './run-events.ts'
import type { Report } from './run-reports.ts'

// Plans and what happens to them, for tests of runs.

export const network = { ...bare('nw'), type: 'network', data: { subnet: '10.20.2.0/24' } } as unknown as Workload
export const disk = (name: string, size = 10): Workload => ({
  ...bare(name),
  type: 'zmount',
  data: { size: gib(size) },
})
export const machine = {
  ...bare('vm1'),
  type: 'zmachine',
  data: {
    flist: '',
    size: 0,
    compute_capacity: { cpu: 1, memory: 0 },
    mounts: [{ name: 'disk1' }],
    network: { interfaces: [{ network: 'nw' }] },
  },
} as unknown as Workload
export const shop = (backend: string): Workload => ({
  ...bare('shop'),
  type: 'gateway-name-proxy',
  data: { name: 'shop', tls_passthrough: false, backends: [backend] },
})
export const planned = (nodeId: number, deployment: Deployment, previous?: Deployment): Planned => ({
  node: { id: nodeId, twinId: 100 + nodeId },
  deployment: { ...deployment, twin_id: 1 },
  contractData: '',
  ...(previous && { previous }),
})
export const two = [planned(7, newDeployment([network])), planned(7, newDeployment([disk('disk1'), machine]))]
export const start = (plan: Planned[], cancels: number[] = []) =>
  begin({ name: 'web1', solution: 'vm', planned: plan, cancels, at: 0 })
export const after = (run: Run, ...events: RunEvent[]) =>
  events.reduce((one, event, i) => next(one, event, (i + 1) * 1000), run)
export const contracts = (plan: Planned[], first = 11) =>
  plan.map(({ node, deployment }, i) => ({ id: first + i, nodeId: node.id, hash: hash(deployment) }))
export const paid = (plan: Planned[], payment = 0): RunEvent[] => [
  { kind: 'signed', payment, hash: '0x8f' },
  {
    kind: 'included',
    payment,
    blockNumber: 42,
    fee: 13n,
    contracts: contracts(plan).reverse(),
    names: [{ id: 99, name: 'shop' }],
  },
]
export const accepted = (part: number): RunEvent[] => [
  { kind: 'sent', part },
  { kind: 'accepted', part },
]
export const said = (name: string, state: string, message = '', data: unknown = null, version = 0): Report => ({
  name,
  version,
  result: { created: 0, state, message, data },
})
export const reported = (part: number, ...reports: Report[]): RunEvent => ({ kind: 'reported', part, reports })
export const up = (run: Run, part: number, data: unknown = null) =>
  after(
    run,
    ...accepted(part),
    reported(part, ...run.parts[part]!.workloads.map((one) => said(one.name, 'ok', '', data, one.version))),
  )
