import { awaited } from '#domain/plan/awaited.ts'
import type { Planned } from '#domain/plan/planned.ts'
import { isUpdate } from '#domain/plan/plan.ts'
import { operationsOf } from '#domain/plan/update-operations.ts'
import { publicIps } from '#domain/workloads/workload.ts'

/** What a signature does, in a line and the particulars under it. */
export type SignLine = { kind: 'contracts' | 'names' | 'updates' | 'workloads'; title: string; detail: string }

/** All that signing a plan does, in plain words. `names` are those of gateways that are new. */
export function signLines(planned: readonly Planned[], names: readonly string[]): SignLine[] {
  const made = planned.filter((one) => !isUpdate(one))
  const updated = planned.filter(isUpdate)
  const started = made.flatMap(({ deployment }) => deployment.workloads.map(({ name }) => name))
  return [
    ...(made.length > 0
      ? [{ kind: 'contracts' as const, title: `Create ${count(made.length, 'contract')}`, detail: where(made) }]
      : []),
    ...(names.length > 0
      ? [
          {
            kind: 'names' as const,
            title: `Reserve the name${names.length === 1 ? '' : 's'} ${list(names)}`,
            detail: 'Yours as long as you pay for it',
          },
        ]
      : []),
    ...updated.map((one) => ({
      kind: 'updates' as const,
      title: `Update contract ${one.deployment.contract_id}`,
      detail: `On node ${one.node.id}: ${operations(one)}`,
    })),
    ...(started.length > 0
      ? [
          {
            kind: 'workloads' as const,
            title: `Start ${count(started.length, 'workload')}`,
            detail: started.join(', '),
          },
        ]
      : []),
  ]
}

/** `2 on node 7 with 1 public IPv4, 1 on node 12` */
function where(made: readonly Planned[]): string {
  const nodes = [...new Set(made.map(({ node }) => node.id))]
  const parts = nodes.map((id) => {
    const here = made.filter(({ node }) => node.id === id)
    const ips = here.reduce((sum, { deployment }) => sum + publicIps(deployment.workloads), 0)
    return `${here.length} on node ${id}${ips > 0 ? ` with ${ips} public IPv4` : ''}`
  })
  return `${parts.join(', ')}; each is billed by the hour until it is cancelled`
}

const verbs = { add: 'add', change: 'change', remove: 'remove' }

const operations = ({ deployment, previous }: Planned): string =>
  previous
    ? operationsOf(previous, deployment)
        .map(({ kind, workload }) => `${verbs[kind]} ${workload.name}`)
        .join(', ') || 'only what is written beside it'
    : 'it takes the next version'

/** How often it has to be signed, and why more than once. */
export function signatureWords(planned: readonly Planned[], signatures: number): string {
  if (signatures === 1) return 'One signature pays for all of it.'
  const waiting = [...new Set(planned.flatMap(({ deployment }) => deployment.workloads.flatMap(awaited)))]
  return `It takes ${signatures} signatures: where ${list(waiting)} can be reached is known only once it runs, and the rest is signed then.`
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`

const list = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
