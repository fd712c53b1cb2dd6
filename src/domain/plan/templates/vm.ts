import { images } from '#domain/deployment/images.ts'
import { gib } from '#domain/units.ts'
import type { Template } from '../template.ts'
import { machineNode, sshAsk, sshKeyOf } from './machine-node.ts'

export const vm: Template = {
  id: 'vm',
  name: 'Virtual machine',
  kind: 'machine',
  makes: 'A micro machine: Linux on the node’s own kernel, in a private network of its own.',
  needs: 'An SSH key of yours.',
  asks: [sshAsk],
  plan: (name, answers, chance) => ({
    name,
    solution: 'vm',
    nodes: [
      machineNode(
        {
          name: 'vm1',
          image: images[0]!,
          cores: 1,
          memory: gib(2),
          disks: [],
          env: { SSH_KEY: sshKeyOf(answers) },
        },
        chance,
      ),
    ],
  }),
}
