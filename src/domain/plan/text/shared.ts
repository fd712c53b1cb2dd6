import { bytesToHex } from '@noble/hashes/utils.js'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { wireGuardKeys } from '#domain/wireguard.ts'
import { newDeployment, workloadAt, type Plan } from '../plan.ts'
import type { Chance } from '../template.ts'
import { replaceSecrets, type SecretKind } from './secrets.ts'
import type { Path } from './shaped.ts'

/** A plan that may go into other hands, and what was taken out of it before. */
export type Shared = { plan: Plan; without: Without[] }
export type Without = { path: Path; kind: SecretKind }

/** The plan as something new of nobody yet: without contracts, twins, signatures and what nodes told of it. */
export const asNew = (plan: Plan): Plan => ({
  ...plan,
  nodes: plan.nodes.map((node) => ({
    ...node,
    deployments: node.deployments.map((one) => {
      const { contract_data: _, ...rest } = one
      return { ...rest, deployment: newFrom(one.deployment) }
    }),
  })),
})

function newFrom(deployment: Deployment): Deployment {
  const { version, twin_id, contract_id, metadata, signature_requirement } = newDeployment()
  const workloads = deployment.workloads.map((workload) => {
    const { result: _, ...rest } = workload
    return { ...rest, version: 0 } as Workload
  })
  return { ...deployment, version, twin_id, contract_id, metadata, signature_requirement, workloads }
}

/** What of a plan may be shown to anyone: no key, no password, and SSH keys only where they were asked to stay. */
export function shared(plan: Plan, keepSshKeys: boolean): Shared {
  const without: Without[] = []
  const left = replaceSecrets(withoutPeers(asNew(plan)), ({ kind, path, value }) => {
    if (kind === 'person' && keepSshKeys) return value
    without.push({ path, kind })
    return ''
  })
  return { plan: left, without }
}

/** Ports and the other ends of WireGuard follow from keys, which will be others. */
const withoutPeers = (plan: Plan): Plan => ({
  ...plan,
  nodes: plan.nodes.map((node) => ({
    ...node,
    deployments: node.deployments.map((one) => ({
      ...one,
      deployment: {
        ...one.deployment,
        workloads: one.deployment.workloads.map((workload): Workload => {
          if (workload.type === 'network')
            return { ...workload, data: { ...workload.data, peers: [], wireguard_listen_port: 0 } }
          return workload.type === 'network-light' && workload.data.peers
            ? { ...workload, data: { ...workload.data, peers: [], wireguard_listen_port: 0 } }
            : workload
        }),
      },
    })),
  })),
})

/** A shared plan with new keys in place of those that were made by chance. */
export function withNewKeys({ plan, without }: Shared, chance: Chance): Plan {
  const make: Record<string, () => string> = {
    wireguard_private_key: () => wireGuardKeys(chance.bytes(32)).privateKey,
    hex_key: () => bytesToHex(chance.bytes(32)),
    hex_seed: () => bytesToHex(chance.bytes(6)),
  }
  const wanted = new Set(without.filter(({ kind }) => kind === 'made').map(({ path }) => JSON.stringify(path)))
  const fill = (value: unknown, path: Path): unknown => {
    if (value === '' && wanted.has(JSON.stringify(path))) return make[String(path.at(-1))]?.() ?? value
    if (Array.isArray(value)) return value.map((item, i) => fill(item, [...path, i]))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fill(member, [...path, name])]))
  }
  return fill(plan, []) as Plan
}

/** What somebody has to fill in again: `vm1: API_KEY`. */
export const toFillIn = ({ plan, without }: Shared): string[] => [
  ...new Set(without.filter(({ kind }) => kind !== 'made').map(({ path }) => placeWords(plan, path))),
]

function placeWords(plan: Plan, path: Path): string {
  const [, node, , deployment, , , workload] = path.map(Number)
  const name = workloadAt(plan, { node: node!, deployment: deployment!, workload: workload! })?.name
  const member = path.findLast((step) => typeof step === 'string')
  return name === undefined ? String(member) : `${name}: ${member}`
}
