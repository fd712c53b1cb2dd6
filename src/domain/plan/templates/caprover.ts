import { networkName } from '#domain/deployment/choice.ts'
import { gib } from '#domain/units.ts'
import type { Answers, Template } from '../template.ts'
import { passwordAsk } from './admin.ts'
import { appImage } from './app.ts'
import { countProblem } from './count.ts'
import { domainAsk } from './gateway.ts'
import { machineWorkloads, networkWorkload, nodeOf, sshAsk, sshKeyOf } from './machine-node.ts'

const image = appImage('CapRover', 'https://hub.grid.tf/tf-official-apps/tf-caprover-latest.flist')

/** Source: tfgrid-sdk-ts packages/playground/src/weblets/tf_caprover.vue (c0d9939) */
export const caprover: Template = {
  id: 'caprover',
  name: 'CapRover',
  kind: 'app',
  image,
  makes: 'A platform that runs apps from their source: a leader and its workers, each with a public IPv4.',
  needs: 'A domain with a wildcard record, and a farm with free public IPv4.',
  asks: [
    { ...domainAsk, help: 'Point *.<domain> at the leader’s address' },
    passwordAsk,
    { kind: 'number', name: 'workers', label: 'Workers', blank: 0, problem: countProblem(0, 20) },
    sshAsk,
  ],
  plan: (name, answers, chance) => {
    const network = networkName(chance.number)
    const names = ['leader', ...Array.from({ length: Number(answers['workers']) }, (_, i) => `worker${i + 1}`)]
    const machines = names.flatMap((machine) => machineWorkloads(wanted(machine, answers), network))
    return { name, solution: 'caprover', nodes: [nodeOf([networkWorkload(network, chance)], machines)] }
  },
}

const wanted = (name: string, answers: Answers) => ({
  name,
  image,
  cores: 2,
  memory: gib(4),
  disks: [{ name: `${name}_data`, size: gib(50), mountpoint: '/var/lib/docker' }],
  publicIp: true,
  env: {
    ...(name === 'leader'
      ? {
          SWM_NODE_MODE: 'leader',
          CAPROVER_ROOT_DOMAIN: String(answers['domain']),
          CAPTAIN_IMAGE_VERSION: 'latest',
          DEFAULT_PASSWORD: String(answers['password']),
          CAPTAIN_IS_DEBUG: 'true',
        }
      : { SWM_NODE_MODE: 'worker' }),
    PUBLIC_KEY: sshKeyOf(answers),
  },
})
