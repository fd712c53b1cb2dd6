import type { Template } from '../template.ts'
import { backendAsks, backendsOf, nameAsk, named } from './gateway.ts'
import { nodeOf } from './machine-node.ts'

export const gatewayByName: Template = {
  id: 'gateway-name',
  name: 'Web gateway, by name',
  kind: 'web',
  makes: 'An https address under the domain of a gateway’s node, in front of a machine.',
  needs: 'A name that nobody has, and something that serves.',
  asks: [nameAsk, ...backendAsks],
  plan: (name, answers) => ({
    name,
    solution: 'domains',
    nodes: [nodeOf([named(String(answers['subdomain']), backendsOf(answers), answers['passthrough'] === true)])],
  }),
}
