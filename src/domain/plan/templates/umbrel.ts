import { gib } from '#domain/units.ts'
import type { Template } from '../template.ts'
import { passwordAsk, userAsk } from './admin.ts'
import { appImage } from './app.ts'
import { machineNode, sshAsk, sshKeyOf } from './machine-node.ts'

const image = appImage('Umbrel', 'https://hub.grid.tf/tf-official-apps/umbrel-latest.flist')

/** Source: tfgrid-sdk-ts packages/playground/src/weblets/tf_umbrel.vue (c0d9939). It serves no domain: one opens its address. */
export const umbrel: Template = {
  id: 'umbrel',
  name: 'Umbrel',
  kind: 'app',
  image,
  makes: 'A home server with an app store, reached at its own Mycelium address.',
  needs: 'An SSH key, and Mycelium on the computer that opens it.',
  asks: [userAsk, passwordAsk, sshAsk],
  plan: (name, answers, chance) => ({
    name,
    solution: 'umbrel',
    nodes: [
      machineNode(
        {
          name: 'vm1',
          image,
          cores: 2,
          memory: gib(4),
          disks: [
            { name: 'docker1', size: gib(10), mountpoint: '/var/lib/docker' },
            { name: 'data1', size: gib(50), mountpoint: '/umbrelDisk' },
          ],
          env: {
            SSH_KEY: sshKeyOf(answers),
            USERNAME: String(answers['user']),
            PASSWORD: String(answers['password']),
            UMBREL_DISK: '/umbrelDisk',
          },
        },
        chance,
      ),
    ],
  }),
}
