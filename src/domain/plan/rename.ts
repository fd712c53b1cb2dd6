import type { Workload } from '#domain/deployment/deployment.ts'
import { withWorkload, workloadAt, type Plan, type Spot } from './plan.ts'
import { dependants, isMachine, type Reference } from './references.ts'

/** Gives a workload another name, and all that name it the new one. */
export function renameWorkload(plan: Plan, at: Spot, name: string): Plan {
  const old = workloadAt(plan, at)!.name
  const following = dependants(plan, at).reduce(
    (next, { from, as }) => withWorkload(next, from, (workload) => referring(workload, as, old, name)),
    plan,
  )
  return withWorkload(following, at, (workload) => ({
    ...(isMachine(workload) ? referring(workload, 'address', old, name) : workload),
    name,
  }))
}

/** The workload as it names `name` where it named `old`. */
function referring(workload: Workload, as: Reference['as'], old: string, name: string): Workload {
  switch (workload.type) {
    case 'zmachine':
      return { ...workload, data: machine(workload.data, as, old, name) }
    case 'zmachine-light':
      return { ...workload, data: machine(workload.data, as, old, name) }
    case 'zlogs':
      return { ...workload, data: { ...workload.data, zmachine: name } }
    case 'gateway-name-proxy':
      return { ...workload, data: gateway(workload.data, as, old, name) }
    case 'gateway-fqdn-proxy':
      return { ...workload, data: gateway(workload.data, as, old, name) }
    case 'qsfs':
      return { ...workload, data: { ...workload.data, config: deep(workload.data.config, old, name) } }
    default:
      return workload
  }
}

type MachineData = (Workload<'zmachine'> | Workload<'zmachine-light'>)['data']

function machine<D extends MachineData>(data: D, as: Reference['as'], old: string, name: string): D {
  const to = (text: string) => (text === old ? name : text)
  switch (as) {
    case 'mount':
      return { ...data, mounts: (data.mounts ?? []).map((one) => ({ ...one, name: to(one.name) })) }
    case 'public ip':
      return { ...data, network: { ...data.network, public_ip: name } }
    case 'network':
      return { ...data, network: joined(data.network, to) }
    case 'address':
      return { ...data, env: deep(data.env, old, name) }
    default:
      return data
  }
}

function joined<N extends MachineData['network']>(network: N, to: (name: string) => string): N {
  const { interfaces, mycelium } = network
  return {
    ...network,
    interfaces: interfaces.map((one) => ({ ...one, network: to(one.network) })),
    ...(mycelium && {
      mycelium: {
        ...mycelium,
        ...(mycelium.network !== undefined && { network: to(mycelium.network) }),
        ...(mycelium.Network !== undefined && { Network: to(mycelium.Network) }),
      },
    }),
  }
}

const gateway = <D extends { backends: string[]; network?: string | null }>(
  data: D,
  as: Reference['as'],
  old: string,
  name: string,
): D => (as === 'network' ? { ...data, network: name } : { ...data, backends: deep(data.backends, old, name) })

/** The same with every hole for `old` in its texts one for `name`. */
function deep<T>(value: T, old: string, name: string): T {
  if (typeof value === 'string') return value.replaceAll(`{${old}.`, `{${name}.`) as T
  if (Array.isArray(value)) return value.map((item: unknown) => deep(item, old, name)) as T
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deep(item, old, name)])) as T
  return value
}
