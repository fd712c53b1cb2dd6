import { images } from '#domain/deployment/images.ts'
import { gib } from '#domain/units.ts'
import type { Template } from '../template.ts'
import { machineNode, sshAsk, sshKeyOf } from './machine-node.ts'

export const fullvm: Template = {
  id: 'fullvm',
  name: 'Full virtual machine',
  kind: 'machine',
  makes: 'A machine with a kernel of its own that boots from a disk and keeps everything on it.',
  needs: 'An SSH key of yours.',
  asks: [sshAsk],
  plan: (name, answers, chance) => ({
    name,
    solution: 'fullvm',
    nodes: [
      machineNode(
        {
          name: 'vm1',
          image: images.find(({ kind }) => kind === 'full')!,
          cores: 2,
          memory: gib(4),
          disks: [{ name: 'boot1', size: gib(50), mountpoint: '/' }],
          env: { SSH_KEY: sshKeyOf(answers) },
        },
        chance,
      ),
    ],
  }),
}
