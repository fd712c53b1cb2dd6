import type { Node } from '#domain/node.ts'
import { kindFor, typeProblem } from '#domain/plan/kinds.ts'
import type { WorkloadType } from '#domain/workloads/workload.ts'

/** What can be added, by the words of the menu. A node's features turn a machine or network into the light kind. */
const all: { type: WorkloadType; words: string }[] = [
  { type: 'zmachine', words: 'Machine' },
  { type: 'zmount', words: 'Disk' },
  { type: 'volume', words: 'Volume' },
  { type: 'ip', words: 'Public IP' },
  { type: 'network', words: 'Private network' },
  { type: 'gateway-name-proxy', words: 'Gateway, name of the grid' },
  { type: 'gateway-fqdn-proxy', words: 'Gateway, own domain' },
  { type: 'zdb', words: 'Database' },
  { type: 'qsfs', words: 'Storage over databases' },
  { type: 'zlogs', words: 'Logs' },
]

export type Addable = { type: WorkloadType; words: string; problem: string | undefined }

/** Each with the reason why a node does not take it. While it is not known, everything can be added. */
export const addable = (features: readonly string[] | undefined, node: Node | undefined): Addable[] =>
  all.map(({ type, words }) => ({
    type: features ? kindFor(type, features) : type,
    words,
    problem: (features && typeProblem(type, features)) ?? (node && gatewayProblem(type, node)),
  }))

function gatewayProblem(type: WorkloadType, { publicConfig }: Node): string | undefined {
  if (type === 'gateway-name-proxy' && publicConfig.domain === '') return 'It has no domain: add a node that has one'
  if (type === 'gateway-fqdn-proxy' && publicConfig.ipv4 === '' && publicConfig.ipv6 === '')
    return 'It has no public address: add a node that has one'
  return undefined
}
