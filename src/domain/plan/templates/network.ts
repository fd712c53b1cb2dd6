import { networkName } from '#domain/deployment/choice.ts'
import type { Template } from '../template.ts'
import { countProblem } from './count.ts'
import { networkWorkload, nodeOf } from './machine-node.ts'

export const network: Template = {
  id: 'network',
  name: 'Private network',
  kind: 'network',
  makes: 'A network over nodes, which machines of later deployments join.',
  needs: 'Nodes to join; a hidden one needs one with a public address beside it.',
  asks: [{ kind: 'number', name: 'nodes', label: 'Nodes', blank: 2, problem: countProblem(1, 20) }],
  plan: (name, { nodes }, chance) => {
    const called = /^[a-z0-9]{1,36}$/i.test(name) ? name : networkName(chance.number)
    return {
      name,
      solution: 'network',
      nodes: Array.from({ length: Number(nodes) }, () => nodeOf([networkWorkload(called, chance)])),
    }
  },
}
