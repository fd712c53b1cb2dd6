import { placed, type Plan } from '#domain/plan/plan.ts'
import { find } from '#domain/plan/references.ts'

/** A way from a gateway to a machine of the plan: the hole that its address fills, or the address where it is known. */
export type Target = {
  id: string
  words: string
  address: string
  isIpv6: boolean
  /** The private network that the gateway has to be in. */
  network?: string
}

/** Every way to every machine, the surest first: mycelium and the planetary network reach each node. */
export const targets = (plan: Plan): Target[] =>
  placed(plan).flatMap(({ at, workload }): Target[] => {
    if (workload.type !== 'zmachine' && workload.type !== 'zmachine-light') return []
    const { name, data } = workload
    const { mycelium, interfaces } = data.network ?? {}
    const [joined] = interfaces ?? []
    const full = workload.type === 'zmachine' ? workload.data.network : undefined
    const ip = full?.public_ip ? find(plan, at, full.public_ip, 'public ip')?.workload : undefined
    const way = (member: string, over: string, isIpv6: boolean, owner = name): Target => ({
      id: `${name} ${over}`,
      words: `${name}, ${over}`,
      address: `{${owner}.${member}}`,
      isIpv6,
    })
    return [
      ...(mycelium ? [way('mycelium_ip', 'over Mycelium', true)] : []),
      ...(full?.planetary ? [way('planetary_ip', 'over Planetary', true)] : []),
      ...(ip?.type === 'ipv4' || (ip?.type === 'ip' && ip.data.v4) ? [way('ip', 'public IPv4', false, ip.name)] : []),
      ...(ip?.type === 'ip' && ip.data.v6 ? [way('ip6', 'public IPv6', true, ip.name)] : []),
      ...(joined?.network ? [{ ...way('ip', `within ${joined.network}`, false), network: joined.network }] : []),
    ]
  })

/** A backend as the node wants it written. */
export const backendTo = ({ address, isIpv6 }: Target, port: number, passthrough: boolean): string => {
  const host = isIpv6 ? `[${address}]` : address
  return passthrough ? `${host}:${port}` : `http://${host}:${port}`
}

/** A backend with something of the right kind in each hole, so that rules can look at it. */
export const stoodIn = (backend: string): string =>
  backend.replace(/\[\{\w+\.\w+\}\]/g, '[400::2]').replace(/\{\w+\.\w+\}/g, '10.0.0.2')
