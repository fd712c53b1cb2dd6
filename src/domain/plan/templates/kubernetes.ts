import { networkName } from '#domain/deployment/choice.ts'
import { gib } from '#domain/units.ts'
import type { Answers, Template } from '../template.ts'
import { machineWorkloads, networkWorkload, nodeOf, sshAsk, sshKeyOf } from './machine-node.ts'
import { appImage } from './app.ts'
import { countProblem } from './count.ts'

/** Source: tfgrid-sdk-ts packages/grid_client/src/primitives and modules/models (k8s), c0d9939 */
const image = appImage('Kubernetes', 'https://hub.grid.tf/tf-official-apps/threefolddev-k3s-v1.31.0.flist')
const firstSubnet = '10.20.2.0/24'
const masterAddress = '10.20.2.2'

export const kubernetes: Template = {
  id: 'kubernetes',
  name: 'Kubernetes',
  kind: 'machine',
  image,
  makes: 'A k3s cluster: one master, and workers on the same node or others, in one private network.',
  needs: 'An SSH key of yours.',
  asks: [
    { kind: 'number', name: 'workers', label: 'Workers', blank: 1, problem: countProblem(0, 20) },
    {
      kind: 'choice',
      name: 'spread',
      label: 'Where they run',
      blank: 'one',
      options: [
        { value: 'one', words: 'All on one node' },
        { value: 'each', words: 'Each on a node of its own' },
      ],
    },
    { kind: 'secret', name: 'token', label: 'Cluster token', length: 15, help: 'Lets workers join' },
    { kind: 'check', name: 'publicIp', label: 'Public IPv4 for the master', blank: false },
    sshAsk,
  ],
  plan: (name, answers, chance) => {
    const network = networkName(chance.number)
    const first = networkWorkload(network, chance)
    const names = ['master', ...Array.from({ length: Number(answers['workers']) }, (_, i) => `worker${i + 1}`)]
    const machines = names.map((machine) => machineWorkloads(wanted(machine, answers), network))
    const master = { ...first, data: { ...first.data, subnet: firstSubnet } }
    // Workers are told the master's address, so it is fixed; all others are planned.
    const [head, ...workers] = machines
    const settled = head!.map((workload) =>
      workload.type === 'zmachine'
        ? {
            ...workload,
            data: {
              ...workload.data,
              network: { ...workload.data.network, interfaces: [{ network, ip: masterAddress }] },
            },
          }
        : workload,
    )
    const nodes =
      answers['spread'] === 'each'
        ? [nodeOf([master], settled), ...workers.map((worker) => nodeOf([networkWorkload(network, chance)], worker))]
        : [nodeOf([master], [...settled, ...workers.flat()])]
    return { name, solution: 'kubernetes', nodes }
  },
}

const wanted = (name: string, answers: Answers) => ({
  name,
  image,
  cores: 2,
  memory: gib(4),
  disks: [{ name: `${name}_disk`, size: gib(50), mountpoint: '/mnt/data' }],
  publicIp: name === 'master' && answers['publicIp'] === true,
  env: {
    SSH_KEY: sshKeyOf(answers),
    K3S_TOKEN: String(answers['token']),
    K3S_DATA_DIR: '/mnt/data',
    K3S_FLANNEL_IFACE: 'eth0',
    K3S_NODE_NAME: name,
    K3S_URL: name === 'master' ? '' : `https://${masterAddress}:6443`,
  },
})
