import type { Template } from '../template.ts'
import { backendAsks, backendsOf, domainAsk, owned } from './gateway.ts'
import { nodeOf } from './machine-node.ts'

export const gatewayByDomain: Template = {
  id: 'gateway-domain',
  name: 'Web gateway, own domain',
  kind: 'web',
  makes: 'An https address under a domain of yours, in front of a machine.',
  needs: 'A domain whose A record you can set.',
  asks: [domainAsk, ...backendAsks],
  plan: (name, answers) => ({
    name,
    solution: 'domains',
    nodes: [nodeOf([owned(String(answers['domain']), backendsOf(answers), answers['passthrough'] === true)])],
  }),
}
