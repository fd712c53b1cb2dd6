import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { machineMyceliumAddress } from '#domain/mycelium-address.ts'
import { placed, type Placed, type Plan } from './plan.ts'

/**
 * What is not known before something else runs: a database's address, a machine's planetary one. It stands in backends of
 * gateways and of qsfs as `{<workload>.<member of its result>}`, like `http://[{vm1.mycelium_ip}]:80`, and is filled in once
 * that workload runs. A hash has to be made of what is final, so such a deployment is signed after those it waits for.
 * The environment of a machine may have two kinds of holes, the address of a gateway and a machine's private one, its own
 * too: `{web.fqdn}`, `{master.ip}`.
 */
const hole = /\{(\w+)\.(\w+)\}/g
const environmentHole = /\{(\w+)\.(fqdn|ip)\}/g

/** What a node made of workloads, by their names. */
export type Results = ReadonlyMap<string, unknown>

/** The texts of a workload that may have holes. */
function textsOf(workload: Workload): string[] {
  switch (workload.type) {
    case 'gateway-name-proxy':
    case 'gateway-fqdn-proxy':
      return workload.data.backends ?? []
    case 'qsfs': {
      const { meta, groups } = workload.data.config
      const backends = [...(meta.config.backends ?? []), ...(groups ?? []).flatMap((group) => group.backends ?? [])]
      return backends.flatMap(({ address, namespace }) => [address, namespace])
    }
    default:
      return []
  }
}

const environmentOf = (workload: Workload): string[] =>
  workload.type === 'zmachine' || workload.type === 'zmachine-light' ? Object.values(workload.data.env ?? {}) : []

const namesIn = (texts: string[], pattern: RegExp) =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name!))

/** The names of the workloads whose results this one waits for. */
export const awaited = (workload: Workload): string[] => {
  const names = [...namesIn(textsOf(workload), hole), ...namesIn(environmentOf(workload), environmentHole)]
  return [...new Set(names)].filter((name) => name !== workload.name)
}

/**
 * The deployment with every hole filled that `results` knows; others stay.
 *
 * `zdb` results have `address` beside their own members: `[ip]:port`, of the overlay that every node reaches.
 */
export const filled = (deployment: Deployment, results: Results): Deployment => {
  const fill = (text: string, pattern = hole) =>
    text.replace(pattern, (whole, name: string, member: string) => memberOf(results.get(name), member) ?? whole)
  return { ...deployment, workloads: deployment.workloads.map((workload) => fillWorkload(workload, fill)) }
}

function fillWorkload(workload: Workload, fill: (text: string, pattern?: RegExp) => string): Workload {
  const filledEnvironment = (env: Record<string, string> | null | undefined) =>
    env && Object.fromEntries(Object.entries(env).map(([key, value]) => [key, fill(value, environmentHole)]))
  switch (workload.type) {
    case 'zmachine':
      return { ...workload, data: { ...workload.data, env: filledEnvironment(workload.data.env) } }
    case 'zmachine-light':
      return { ...workload, data: { ...workload.data, env: filledEnvironment(workload.data.env) } }
    case 'gateway-name-proxy':
      return {
        ...workload,
        data: { ...workload.data, backends: (workload.data.backends ?? []).map((backend) => fill(backend)) },
      }
    case 'gateway-fqdn-proxy':
      return {
        ...workload,
        data: { ...workload.data, backends: (workload.data.backends ?? []).map((backend) => fill(backend)) },
      }
    case 'qsfs': {
      const { config } = workload.data
      const backend = <B extends { address: string; namespace: string }>(one: B): B => ({
        ...one,
        address: fill(one.address),
        namespace: fill(one.namespace),
      })
      const meta = config.meta.config
      return {
        ...workload,
        data: {
          ...workload.data,
          config: {
            ...config,
            meta: { ...config.meta, config: { ...meta, backends: (meta.backends ?? []).map(backend) } },
            groups: (config.groups ?? []).map((group) => ({
              ...group,
              backends: (group.backends ?? []).map(backend),
            })),
          },
        },
      }
    }
    default:
      return workload
  }
}

/** A member of what a node made, as text; `undefined` while it is not there. Networks' masks are left out. */
function memberOf(made: unknown, member: string): string | undefined {
  const result = (made ?? {}) as Record<string, unknown>
  if (member === 'address') return databaseAddress(result)
  const value = result[member]
  return typeof value === 'string' && value !== '' ? value.replace(/\/\d+$/, '') : undefined
}

/** Yggdrasil, then mycelium, then whatever there is: other nodes reach the overlays, and not always public IPv6. */
function databaseAddress({ IPs, Port }: Record<string, unknown>): string | undefined {
  if (!Array.isArray(IPs) || typeof Port !== 'number') return undefined
  const addresses = IPs.filter((ip) => typeof ip === 'string')
  const ip =
    addresses.find((one) => /^[23]..:/.test(one) && !one.startsWith('2001:')) ??
    addresses.find((one) => /^[45]..:/.test(one)) ??
    addresses[0]
  return ip === undefined ? undefined : `[${ip}]:${Port}`
}

/**
 * What can be told before anything runs: machines' private addresses, those in mycelium, which follow from the keys of the
 * plan's own networks, and where gateways will be.
 *
 * @param domainOf the domain of a node by its id, "" where it has none
 */
export function foreseen(plan: Plan, domainOf: (nodeId: number) => string): Results {
  const all = placed(plan)
  const results = new Map<string, unknown>()
  for (const { at, workload } of all) {
    const node = plan.nodes[at.node]?.node
    const domain = typeof node === 'number' ? domainOf(node) : ''
    if (workload.type === 'gateway-fqdn-proxy') results.set(workload.name, { fqdn: workload.data.fqdn })
    if (workload.type === 'gateway-name-proxy')
      results.set(workload.name, { fqdn: domain && `${workload.data.name}.${domain}` })
    if (workload.type === 'zmachine' || workload.type === 'zmachine-light')
      results.set(
        workload.name,
        foreseenMachine(
          workload,
          all.filter((one) => one.at.node === at.node),
        ),
      )
  }
  return results
}

function foreseenMachine({ data }: Workload<'zmachine' | 'zmachine-light'>, neighbours: Placed[]) {
  const { interfaces, mycelium } = data.network ?? {}
  const joined = mycelium?.network ?? mycelium?.Network
  const network = neighbours.find(({ workload }) => workload.name === joined)?.workload
  const key = network && 'mycelium' in network.data ? network.data.mycelium?.hex_key : undefined
  const isKnown = key && mycelium && isHex(key, 32) && isHex(mycelium.hex_seed, 6)
  return {
    ip: interfaces?.[0]?.ip,
    ...(isKnown && { mycelium_ip: machineMyceliumAddress(key, mycelium.hex_seed) }),
  }
}

const isHex = (text: string, length: number) => text.length === 2 * length && /^[0-9a-f]*$/i.test(text)
