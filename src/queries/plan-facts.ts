import { queryOptions, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { nodeEndpoint } from '#domain/node-endpoint.ts'
import type { Asked } from '#domain/plan/check.ts'
import type { NodeFacts, PlanFacts } from '#domain/plan/facts.ts'
import { isUpdate, placed, type Plan } from '#domain/plan/plan.ts'
import { fqdnProblem } from '#domain/workloads/gateway-fqdn-proxy.ts'
import { gatewayNameProblem } from '#domain/workloads/gateway-name-proxy.ts'
import { WireError } from '#protocols/fault.ts'
import { listContracts } from '#protocols/gridproxy/contracts.ts'
import { account } from './account.ts'
import { session } from './connections.ts'
import { heldOf } from './deployments.ts'
import type { Heard } from './hear.ts'
import { domainAddresses } from './dns.ts'
import { verified } from './kyc.ts'
import { usePaced } from './paced.ts'
import { useNetwork, type Network } from './networks.ts'
import { useAlternatives } from './plan-alternatives.ts'
import { privateNetworks } from './private-networks.ts'
import { asked, type NodeAddress, type Question } from './node-live.ts'
import { oneNode } from './nodes.ts'

/** What a twin pays for now. */
const contractsOf = (network: Network, twinId: number) =>
  queryOptions({
    queryKey: [network.id, 'contracts', 'of twin', twinId],
    queryFn: async ({ signal }) =>
      (await listContracts(network.gridproxy, { twinId, states: ['Created', 'GracePeriod'] }, signal)).contracts,
    staleTime: 60_000,
  })

/** The twin that holds a name for gateways, `null` when it is free. */
export const nameHolder = (network: Network, name: string) =>
  queryOptions({
    queryKey: [network.id, 'name', name],
    queryFn: async () => (await (await session(network)).nameHolder(name)) ?? null,
    staleTime: 60_000,
  })

const nothing = { error: null }
const none = { data: new Map<number, Deployment>(), error: null }

/**
 * All that a plan's checks look at, asked at once and kept for a minute. Nodes are asked only while nothing is missing to
 * ask them: `need` says what.
 */
export function usePlanFacts(plan: Plan, need: PlanFacts['need']): PlanFacts {
  const network = useNetwork()
  const open = useQuery(account(network)).data ?? undefined
  const { twinId } = open ?? {}
  const kyc = useQuery({ ...verified(network, open?.address ?? ''), enabled: twinId !== undefined })
  const contracts = useQuery({ ...contractsOf(network, twinId ?? 0), enabled: twinId !== undefined })
  const updates = plan.nodes.some(({ deployments }) => deployments.some(isUpdate))
  const mayAsk = need === undefined && twinId !== undefined
  const held = useQuery({ ...heldOf(network, plan), enabled: updates && mayAsk })
  const names = usePaced(namesWanted(plan))
  const networks = useQuery({ ...privateNetworks(network, twinId ?? 0), enabled: mayAsk })
  const { resolver } = network
  const domains = usePaced(resolver === undefined ? [] : domainsWanted(plan))
  const looked = useQueries({ queries: domains.map((domain) => domainAddresses(resolver!, domain)) })
  const holders = useQueries({ queries: names.map((name) => nameHolder(network, name)) })
  return {
    need,
    twinId,
    balance: open?.balance.usable,
    verified: kyc,
    nodes: useNodeFacts(network, plan, usePaced(nodeIds(plan)), mayAsk ? twinId : undefined),
    names: new Map(names.map((name, i) => [name, holders[i]!])),
    domains: new Map(domains.map((domain, i) => [domain, looked[i]!])),
    networks: networks.isPending ? nothing : networks,
    contracts,
    held: updates ? held : none,
  }
}

const nodeIds = (plan: Plan) => [...new Set(plan.nodes.flatMap(({ node }) => node ?? []))]

const isNamed = (one: Workload): one is Workload<'gateway-name-proxy'> =>
  one.type === 'gateway-name-proxy' && !gatewayNameProblem(one.data.name)
const isOwn = (one: Workload): one is Workload<'gateway-fqdn-proxy'> =>
  one.type === 'gateway-fqdn-proxy' && !fqdnProblem(one.data.fqdn)

/** What nobody could have is not asked about. */
const namesWanted = (plan: Plan) => [
  ...new Set(placed(plan).flatMap(({ workload }) => (isNamed(workload) ? workload.data.name : []))),
]

const domainsWanted = (plan: Plan) => [
  ...new Set(placed(plan).flatMap(({ workload }) => (isOwn(workload) ? workload.data.fqdn : []))),
]

/** @param twinId who asks nodes; `undefined` for nobody */
function useNodeFacts(
  network: Network,
  plan: Plan,
  ids: number[],
  twinId: number | undefined,
): ReadonlyMap<number, NodeFacts> {
  const nodes = useQueries({
    queries: ids.map((id) => ({
      ...oneNode(network, id),
      refetchInterval: ({ state: { error } }: { state: { error: unknown } }) =>
        error && !isMissing(error) ? 5_000 : 60_000,
    })),
  })
  const addresses = nodes.map(({ data }, i) => ({ id: ids[i]!, twinId: data?.twinId ?? 0 }))
  // One that says nothing is asked one thing only, and keeps nobody waiting.
  const known = nodes.map(({ data }) => twinId !== undefined && data !== undefined)
  const ports = useEach(network, addresses, 'ports', known)
  const answers = ports.map(({ data }, i) => known[i]! && data !== undefined)
  const statistics = useEach(network, addresses, 'statistics', answers)
  const pools = useEach(network, addresses, 'pools', answers)
  const cards = useEach(network, addresses, 'cards', answers)
  const features = useEach(network, addresses, 'features', answers)
  const configs = useEach(network, addresses, 'publicConfig', answers)
  const interfaces = useEach(network, addresses, 'interfaces', answers)
  const ipv6 = useEach(network, addresses, 'ipv6', answers)
  const silent = ports.map(({ error }) => error !== null)
  const alternatives = useAlternatives(network, plan, nodes, silent, twinId)
  return new Map(
    ids.map((id, i) => {
      const silence = ports[i]!.error
      const of = <T>(heard: UseQueryResult<Heard<T>>[]): Asked<T> =>
        silence ? { error: silence } : answerOf(heard[i]!)
      const bridge = of(interfaces)
      const { data: config, error: unconfigured } = configs[i]!
      const { data: heard } = ports[i]!
      return [
        id,
        {
          node: isMissing(nodes[i]!.error) ? { data: null, error: null } : nodes[i]!,
          ports: { data: heard && { ports: heard.answer, answeredInMs: heard.tookMs }, error: silence },
          capacity: of(statistics),
          pools: of(pools),
          gpus: of(cards),
          features: of(features),
          address: {
            data: config && bridge.data && nodeEndpoint(config.answer, bridge.data.zos),
            error: unconfigured ?? bridge.error,
          },
          hasIpv6: of(ipv6),
          alternatives: alternatives[i]!,
        },
      ]
    }),
  )
}

const useEach = <Q extends Question>(network: Network, nodes: NodeAddress[], question: Q, enabled: boolean[]) =>
  useQueries({ queries: nodes.map((node, i) => ({ ...asked(network, node, question), enabled: enabled[i]! })) })

const isMissing = (error: unknown) => error instanceof WireError && error.fault.kind === 'missing'

const answerOf = <T>({ data, error }: UseQueryResult<Heard<T>>): Asked<T> => ({ data: data?.answer, error })
