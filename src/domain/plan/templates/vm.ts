import { images } from '#domain/deployment/images.ts'
import { gib } from '#domain/units.ts'
import { emptyPlan } from '../plan.ts'
import type { Template } from '../template.ts'
import { machineNode } from './machine-node.ts'

export const vm: Template = {
  id: 'vm',
  name: 'Micro virtual machine',
  kind: 'machine',
  makes: 'A small machine on the node’s own kernel, in a private network of its own.',
  needs: 'An SSH key of yours.',
  asks: [],
  plan: (name, _, chance) => ({
    ...emptyPlan(name, 'vm'),
    nodes: [machineNode({ name: 'vm1', image: images[0]!, cores: 1, memory: gib(2), disks: [] }, chance)],
  }),
}
