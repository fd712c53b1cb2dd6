import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { md5 } from '@noble/hashes/legacy.js'
import { images } from '#domain/deployment/images.ts'
import type { Workload } from '#domain/deployment/deployment.ts'
import { gib } from '#domain/units.ts'
import { bare } from '../plan.ts'
import type { Template } from '../template.ts'
import { countProblem } from './count.ts'
import { database } from './database.ts'
import { machineNode, nodeOf, sshAsk, sshKeyOf } from './machine-node.ts'

/** Metadata stays readable while two of its four databases are. Source: tfgrid-sdk-ts grid_client 2.9.2, modules/qsfs_zdbs.ts */
const metaDatabases = 4

export const qsfs: Template = {
  id: 'qsfs',
  name: 'Quantum-safe storage',
  kind: 'storage',
  makes: 'A file system spread over databases, so that it outlives some of them, mounted in a machine.',
  needs: 'A node with HDD for the databases, and a second signature: their addresses are known only once they run.',
  asks: [
    { kind: 'number', name: 'count', label: 'Databases for data', blank: 4, problem: countProblem(3, 20) },
    { kind: 'number', name: 'size', label: 'Size of each', unit: 'GiB', blank: 10, problem: countProblem(1, 10_240) },
    { kind: 'number', name: 'cache', label: 'Cache', unit: 'GiB', blank: 1, problem: countProblem(1, 1_024) },
    { kind: 'secret', name: 'password', label: 'Password of the databases', length: 16 },
    { kind: 'secret', name: 'key', label: 'Encryption key', length: 24, help: 'Without it nobody reads the files' },
    sshAsk,
  ],
  plan: (name, answers, chance) => {
    const count = Number(answers['count'])
    const password = String(answers['password'])
    const names = Array.from({ length: count + metaDatabases }, (_, i) => `db${i + 1}`)
    const databases = names.map((db, i) =>
      database(db, gib(Number(answers['size'])), i < count ? 'seq' : 'user', password),
    )
    const machine = machineNode(
      {
        name: 'vm1',
        image: images[0]!,
        cores: 2,
        memory: gib(4),
        disks: [],
        env: { SSH_KEY: sshKeyOf(answers) },
      },
      chance,
    )
    const backends = names.map((db) => ({ address: `{${db}.address}`, namespace: `{${db}.Namespace}`, password }))
    const encryption = { algorithm: 'AES', key: encryptionKey(String(answers['key'])) }
    const storage: Workload<'qsfs'> = {
      ...bare('qsfs1'),
      type: 'qsfs',
      data: {
        cache: gib(Number(answers['cache'])),
        config: {
          minimal_shards: Math.ceil((count * 3) / 5),
          expected_shards: count,
          redundant_groups: 0,
          redundant_nodes: 0,
          max_zdb_data_dir_size: 32,
          encryption,
          meta: { type: 'zdb', config: { prefix: name, encryption, backends: backends.slice(count) } },
          groups: [{ backends: backends.slice(0, count) }],
          compression: { algorithm: 'snappy' },
        },
      },
    }
    return { name, solution: 'qsfs', nodes: [nodeOf(databases), withStorage(machine, storage)] }
  },
}

/** 32 bytes in hex from a text of any length. Source: tfgrid-sdk-ts grid_client 2.9.2, primitives/qsfs.ts */
export const encryptionKey = (text: string): string => bytesToHex(utf8ToBytes(bytesToHex(md5(utf8ToBytes(text)))))

const withStorage = (node: ReturnType<typeof nodeOf>, storage: Workload): typeof node => ({
  ...node,
  deployments: node.deployments.map(({ deployment }) => ({
    deployment: {
      ...deployment,
      workloads: deployment.workloads.flatMap((workload) =>
        workload.type === 'zmachine'
          ? [
              storage,
              {
                ...workload,
                data: { ...workload.data, mounts: [{ name: storage.name, mountpoint: '/qsfs' }] },
              },
            ]
          : [workload],
      ),
    },
  })),
})
