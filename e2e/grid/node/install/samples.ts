import type { Workload, WorkloadType } from '#domain/deployment/deployment.ts'
import type { DataOf } from '#domain/workloads/workload.ts'
import { gib, mib } from '#domain/units.ts'
import { machine, network } from '../../testbed.ts'

const sample = <Type extends WorkloadType>(type: Type, name: string, data: DataOf[Type]): Workload<Type> =>
  ({ type, name, data, version: 0, metadata: '', description: '' }) as Workload<Type>

export const volume = (name: string, size = gib(10)) => sample('volume', name, { size })

export const zdb = (name: string, change: Partial<DataOf['zdb']> = {}) =>
  sample('zdb', name, { size: gib(10), mode: 'user', password: 'secret', public: true, ...change })

export const ip = (name: string, v4 = true, v6 = false) => sample('ip', name, { v4, v6 })

export const ipv4 = (name: string) => sample('ipv4', name, {})

export const zlogs = (name: string, zmachine: string) =>
  sample('zlogs', name, { zmachine, output: 'redis://[::1]/logs' })

export const nameGateway = (name: string, change: Partial<DataOf['gateway-name-proxy']> = {}) =>
  sample('gateway-name-proxy', name, { name, tls_passthrough: false, backends: ['http://[300::1]:80'], ...change })

export const fqdnGateway = (name: string, fqdn: string, change: Partial<DataOf['gateway-fqdn-proxy']> = {}) =>
  sample('gateway-fqdn-proxy', name, { fqdn, tls_passthrough: true, backends: ['10.20.2.5:443'], ...change })

export const lightNetwork = (name: string, change: Partial<DataOf['network-light']> = {}) =>
  sample('network-light', name, { ...network(name).data, mycelium: { hex_key: '22'.repeat(32), peers: [] }, ...change })

export function lightMachine(name: string, on: string, change: Partial<DataOf['zmachine-light']> = {}) {
  const { network: joined, ...data } = machine(name, on).data
  const { interfaces, mycelium } = joined
  return sample('zmachine-light', name, { ...data, network: { interfaces, mycelium }, ...change })
}

export function qsfs(name: string, cache = gib(1)) {
  const encryption = { algorithm: 'AES', key: '33'.repeat(32) }
  const backend = (i: number) => ({ address: `[300::${i}]:9900`, namespace: `7-${i}-db`, password: 'secret' })
  return sample('qsfs', name, {
    cache,
    config: {
      minimal_shards: 2,
      expected_shards: 3,
      redundant_groups: 0,
      redundant_nodes: 0,
      max_zdb_data_dir_size: 32,
      encryption,
      meta: { type: 'zdb', config: { prefix: name, encryption, backends: [1, 2, 3, 4].map(backend) } },
      groups: [{ backends: [5, 6, 7].map(backend) }],
      compression: { algorithm: 'snappy' },
    },
  })
}

/** A machine on the network `net1`, with whatever is to be different about it. */
export function changedMachine(change: Partial<DataOf['zmachine']>, name = 'vm1'): Workload<'zmachine'> {
  const vm = machine(name, 'net1', [], mib(512))
  return { ...vm, data: { ...vm.data, ...change } }
}

/** A machine whose network is different. */
export const joining = (change: Partial<DataOf['zmachine']['network']>): Workload<'zmachine'> =>
  changedMachine({ network: { ...machine('vm1', 'net1').data.network, ...change } })
