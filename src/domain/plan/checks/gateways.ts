import type { Workload } from '#domain/deployment/deployment.ts'
import { goUrl, splitHostPort } from '#domain/go-url.ts'
import { canonicalIp } from '#domain/ip.ts'
import type { Node } from '#domain/node.ts'
import { gatewayNameProblem } from '#domain/workloads/gateway-name-proxy.ts'
import type { Check } from '../check.ts'
import type { PlanFacts } from '../facts.ts'
import { placed, type Placed, type Plan } from '../plan.ts'
import { isGateway } from '../references.ts'
import { withField } from './field.ts'
import { isSameNode } from './networks-at.ts'
import { about, fix } from './row.ts'

type PlacedGateway = Placed<Workload<'gateway-name-proxy'> | Workload<'gateway-fqdn-proxy'>>

const gatewaysOf = (plan: Plan): PlacedGateway[] =>
  placed(plan).filter((one): one is PlacedGateway => isGateway(one.workload))

/** Whether gateways' nodes can serve them, and whether their names can be had. */
export const gatewayChecks = (plan: Plan, facts: PlanFacts): Check[] =>
  gatewaysOf(plan).flatMap((one) => {
    const node = facts.nodes.get(plan.nodes[one.at.node]!.node ?? -1)?.node.data ?? undefined
    return [
      ...(node ? serviceChecks(plan, one, node) : []),
      ...(node ? backendChecks(plan, one, node) : []),
      ...(one.workload.type === 'gateway-name-proxy'
        ? nameChecks(plan, facts, one as Placed<Workload<'gateway-name-proxy'>>)
        : []),
      ...domainChecks(plan, facts, one, node),
    ]
  })

/** Source: zosbase pkg/gateway/gateway.go ensureGateway, SetNamedProxy */
function serviceChecks(plan: Plan, { at, workload }: PlacedGateway, { id, publicConfig, features }: Node): Check[] {
  const isLight = !features.includes('zmachine')
  const row = (words: string) => [
    about(plan, 'fail', 'service', at, 'type', words, { detail: 'Choose a node with a public address and a domain' }),
  ]
  if (publicConfig.ipv4 === '' && publicConfig.ipv6 === '')
    return row(`node ${id} has no public address to serve it at`)
  if (publicConfig.domain === '' && (isLight || workload.type === 'gateway-name-proxy'))
    return row(`node ${id} has no domain to serve it under`)
  return []
}

/** Source: zosbase pkg/gateway/gateway.go setupRouting */
function backendChecks(plan: Plan, { at, workload }: PlacedGateway, { publicConfig }: Node): Check[] {
  const own = [publicConfig.ipv4, publicConfig.ipv6].map(withoutMask).filter((ip) => ip !== undefined)
  return (workload.data.backends ?? []).flatMap((backend, i) =>
    own.includes(backendIp(backend) ?? '')
      ? about(plan, 'fail', `backend ${i}`, at, `backends.${i}`, 'that is the gateway’s own node')
      : [],
  )
}

const withoutMask = (cidr: string) => canonicalIp(cidr.replace(/\/\d+$/, ''))

function backendIp(backend: string): string | undefined {
  const address = splitHostPort(backend)
  const ip = 'host' in address ? canonicalIp(address.host) : undefined
  if (ip !== undefined) return ip
  const url = goUrl(backend)
  return 'hostname' in url ? canonicalIp(url.hostname) : undefined
}

function nameChecks(plan: Plan, facts: PlanFacts, { at, workload }: Placed<Workload<'gateway-name-proxy'>>): Check[] {
  const { name } = workload.data
  const field = 'data.name'
  const problem = gatewayNameProblem(name ?? '')
  if (problem)
    return [
      about(plan, 'fail', 'chain name', at, field, problem.words.charAt(0).toLowerCase() + problem.words.slice(1), {
        ...better(plan, at, name ?? ''),
      }),
    ]
  const { data: holder, error } = facts.names.get(name) ?? { error: null }
  const row = (state: Check['state'], words: string) => about(plan, state, 'chain name', at, field, words)
  if (holder === undefined)
    return error
      ? [row('warn', `the chain does not tell whether “${name}” is free`)]
      : [row('wait', `asking for “${name}”`)]
  if (holder === null || holder === facts.twinId)
    return [
      {
        id: `chain name ${name}`,
        state: 'ok',
        words: holder === null ? `Name “${name}” is free` : `Name “${name}” is yours`,
      },
    ]
  const other = `${name}${facts.twinId ?? ''}`
  return [
    {
      ...row('fail', `twin ${holder} has “${name}” already`),
      ...(facts.twinId !== undefined && fix(`Use ${other}`, withField(plan, at, field, other))),
    },
  ]
}

/** Small letters, and dashes for what cannot be in a name. */
function better(plan: Plan, at: Placed['at'], name: string) {
  const to = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .slice(0, 64)
  return gatewayNameProblem(to) ? {} : fix(`Use ${to}`, withField(plan, at, 'data.name', to))
}

/** A node serves a domain once. Source: zosbase pkg/gateway/gateway.go SetFQDNProxy */
function domainChecks(plan: Plan, facts: PlanFacts, one: PlacedGateway, node: Node | undefined): Check[] {
  const { at, workload } = one
  const field = workload.type === 'gateway-name-proxy' ? 'data.name' : 'fqdn'
  const served = servedBy(one)
  const first = gatewaysOf(plan).find((other) => isSameNode(plan, other.at.node, at.node) && servedBy(other) === served)
  if (served && first && first.workload !== workload)
    return [about(plan, 'fail', 'domain', at, field, `${first.workload.name} serves “${served}” already`)]
  if (workload.type !== 'gateway-fqdn-proxy' || !node || !served) return []
  const { domain, ipv4, ipv6 } = node.publicConfig
  if (domain !== '' && served.endsWith(domain))
    return [
      about(plan, 'fail', 'domain', at, field, `${domain} is the node’s own`, {
        detail: 'Take a name under it by a gateway of the other kind',
      }),
    ]
  const own = [ipv4, ipv6].flatMap((cidr) => withoutMask(cidr) ?? [])
  return own.length > 0 ? pointsChecks(plan, facts, one, served, own) : []
}

const servedBy = ({ workload }: PlacedGateway) =>
  workload.type === 'gateway-name-proxy' ? workload.data.name : workload.data.fqdn

/** Some domains carry their address: `www.29.0.1.2.sslip.io`. Others are looked up, where the network says by whom. */
function pointsChecks(plan: Plan, facts: PlanFacts, { at }: PlacedGateway, fqdn: string, own: string[]): Check[] {
  const [, carried] = /(?:^|[.-])(\d+(?:([.-])\d+)(?:\2\d+){2})\.(?:sslip|nip)\.io$/i.exec(fqdn) ?? []
  const looked = facts.domains.get(fqdn)
  const told = carried === undefined ? looked?.data : [carried.replaceAll('-', '.')]
  const row = (state: Check['state'], words: string, detail?: string) => [
    about(plan, state, 'points', at, 'fqdn', words, detail === undefined ? {} : { detail }),
  ]
  if (told?.some((ip) => own.includes(ip))) return []
  const wanted = `Let it point at ${own[0]} first: the node looks it up while it sets the gateway up`
  if (told && told.length > 0) return row('fail', `it points at ${told.join(' and ')}, not at its gateway`, wanted)
  if (told) return row('fail', 'nobody knows it', wanted)
  return looked && !looked.error ? row('wait', `looking ${fqdn} up`) : row('warn', `has to point at ${own[0]}`, wanted)
}
