import { bytesToHex } from '@noble/hashes/utils.js'
import type { Workload } from '#domain/deployment/deployment.ts'
import { exactJson, readJson } from '#domain/json-text.ts'
import { wireGuardKeys } from '#domain/wireguard.ts'
import { newDeployment, placed, type Plan } from './plan.ts'
import { isGateway, isNetwork } from './references.ts'
import { renameWorkload } from './rename.ts'
import type { Chance } from './template.ts'
import { withoutResult, type Held } from './update.ts'

/** `web → web2`, `web2 → web3`: the first that is not taken. */
export function nextName(name: string, taken: readonly string[]): string {
  const [, stem = name, number = '1'] = /^(.*?)(\d*)$/.exec(name) ?? []
  for (let n = Number(number === '' ? '1' : number) + 1; ; n++) if (!taken.includes(`${stem}${n}`)) return `${stem}${n}`
}

/**
 * What runs once more, as new deployments under another name: its networks have names and keys of their own, and subnets,
 * ports and addresses are planned anew. What gateways and file systems were told of its addresses is waited for again.
 *
 * @param held what runs, with the addresses that it has
 */
export function cloneOf(plan: Plan, held: Held, name: string, chance: Chance): Plan {
  const holes = holesOf(held)
  const fresh: Plan = {
    ...plan,
    name,
    nodes: plan.nodes.map(({ node, deployments }) => ({
      node,
      deployments: deployments.map(({ deployment }) => ({
        deployment: newDeployment(deployment.workloads.map((one) => freshWorkload(withHoles(one, holes), chance))),
      })),
    })),
  }
  return placed(fresh)
    .filter(({ workload }) => isNetwork(workload) || isGateway(workload))
    .reduce((next, { at, workload }) => renameWorkload(next, at, nextName(workload.name, [])), fresh)
}

function freshWorkload(workload: Workload, chance: Chance): Workload {
  const fresh = { ...withoutResult(workload), version: 0 }
  switch (fresh.type) {
    case 'network':
      return { ...fresh, metadata: withoutAccesses(fresh.metadata), data: freshNetwork(fresh.data, chance) }
    case 'network-light':
      return { ...fresh, metadata: withoutAccesses(fresh.metadata), data: freshNetwork(fresh.data, chance) }
    case 'zmachine':
      return { ...fresh, data: freshMachine(fresh.data) }
    case 'zmachine-light':
      return { ...fresh, data: freshMachine(fresh.data) }
    case 'gateway-name-proxy':
      return { ...fresh, data: { ...fresh.data, name: nextName(fresh.data.name, []) } }
    case 'gateway-fqdn-proxy':
      // A domain leads to one gateway.
      return { ...fresh, data: { ...fresh.data, fqdn: '' } }
    default:
      return fresh
  }
}

type NetworkData = (Workload<'network'> | Workload<'network-light'>)['data']

const freshNetwork = <D extends NetworkData>(data: D, chance: Chance): D => ({
  ...data,
  subnet: '',
  peers: [],
  ...(data.wireguard_private_key && {
    wireguard_private_key: wireGuardKeys(chance.bytes(32)).privateKey,
    wireguard_listen_port: 0,
  }),
  ...(data.mycelium && { mycelium: { ...data.mycelium, hex_key: bytesToHex(chance.bytes(32)) } }),
})

type MachineData = (Workload<'zmachine'> | Workload<'zmachine-light'>)['data']

const freshMachine = <D extends MachineData>(data: D): D => ({
  ...data,
  network: {
    ...data.network,
    interfaces: data.network.interfaces.map((one) => ({ ...one, ip: '' })),
    ...(data.network.mycelium && { mycelium: { ...data.network.mycelium, hex_seed: '' } }),
  },
})

/** People's own ways in are theirs to that network: they make new ones. */
function withoutAccesses(metadata: string): string {
  try {
    const known = readJson(metadata) as Record<string, unknown>
    return exactJson({ ...known, ...('user_accesses' in known && { user_accesses: [] }) })
  } catch {
    return metadata
  }
}

/** What stands for an address of something that runs, in texts that are filled in once its like runs. */
type Hole = { address: string; member: string; of: Workload }

const members = ['ip', 'planetary_ip', 'mycelium_ip', 'Namespace', 'fqdn']

function holesOf(held: Held): Hole[] {
  const found: Hole[] = []
  for (const { workloads } of held.values())
    for (const of of workloads) {
      const made = { ...of.data, ...(of.result?.data as object | null) } as Record<string, unknown>
      for (const member of members)
        if (typeof made[member] === 'string' && made[member] !== '')
          found.push({ address: made[member].replace(/\/\d+$/, ''), member, of })
      if (Array.isArray(made.IPs))
        for (const ip of made.IPs) found.push({ address: `[${ip}]:${String(made.Port)}`, member: 'address', of })
    }
  return found
}

/** Gateways and file systems can wait for addresses; an environment may name private ones and gateways' domains. */
function withHoles(workload: Workload, holes: readonly Hole[]): Workload {
  switch (workload.type) {
    case 'zmachine':
      return { ...workload, data: { ...workload.data, env: withHolesInEnv(workload, holes) } }
    case 'zmachine-light':
      return { ...workload, data: { ...workload.data, env: withHolesInEnv(workload, holes) } }
    case 'gateway-name-proxy':
    case 'gateway-fqdn-proxy':
    case 'qsfs': {
      const addresses = holes.filter(({ member }) => member !== 'fqdn')
      return { ...workload, data: readJson(filled(exactJson(workload.data), addresses)) } as Workload
    }
    default:
      return workload
  }
}

type Machine = Workload<'zmachine'> | Workload<'zmachine-light'>

/** Networks that have nothing to do with each other use the same private addresses. */
function withHolesInEnv(machine: Machine, holes: readonly Hole[]): Machine['data']['env'] {
  const joined = networksOf(machine)
  const known = holes.filter(
    ({ member, of }) => member === 'fqdn' || (member === 'ip' && networksOf(of).some((name) => joined.includes(name))),
  )
  const { env } = machine.data
  return env && Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value, known)]))
}

const networksOf = (workload: Workload): string[] =>
  workload.type === 'zmachine' || workload.type === 'zmachine-light'
    ? workload.data.network.interfaces.map(({ network }) => network)
    : []

const filled = (text: string, holes: readonly Hole[]): string =>
  holes.reduce((now, { address, member, of }) => now.replaceAll(whole(address), `{${of.name}.${member}}`), text)

/** An address where it stands by itself, not as the beginning or end of another. */
function whole(address: string): RegExp {
  const text = address.replaceAll(/[.[\]]/g, String.raw`\$&`)
  if (/[^\da-f.:[\]]/i.test(address)) return new RegExp(`(?<![\\w.-])${text}(?![\\w-]|\\.\\w)`, 'gi')
  const more = address.includes(':') && !address.startsWith('[') ? '[\\da-f.:]' : '[\\da-f.]'
  return new RegExp(`(?<![\\da-f.:])${text}(?!${more})`, 'gi')
}
