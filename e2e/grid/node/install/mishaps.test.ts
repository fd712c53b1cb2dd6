import { expect, test } from 'vitest'
import type { Workload } from '#domain/deployment/deployment.ts'
import { disk, machine, network } from '../../testbed.ts'
import { fqdnGateway, ip, ipv4, lightMachine, lightNetwork, nameGateway, qsfs, volume, zdb, zlogs } from './samples.ts'
import { SoleNode, twin } from './sole-node.ts'

test.each<[Workload, string]>([
  [network('w'), 'wireguard listen port already in use, pick another one'],
  [lightNetwork('w'), 'failed to create network resource for network'],
  [ip('w'), 'could not allocate public IP address to workload'],
  [ipv4('w'), 'could not allocate public IP address to workload'],
  [disk('w'), 'not enough space left in pools of this type ssd'],
  [volume('w'), 'not enough space left in pools of this type ssd'],
  [qsfs('w'), 'not enough space left in pools of this type ssd'],
  [zdb('w'), 'no more free devices found'],
  [machine('w', 'net1'), 'failed to mount flist'],
  [lightMachine('w', 'net1'), 'failed to mount flist'],
  [zlogs('w', 'vm1'), 'failed to add stream service'],
  [nameGateway('w'), 'failed to setup name proxy'],
  [fqdnGateway('w', '29-0-1-2.sslip.io'), 'failed to setup fqdn proxy'],
])('$0.type that is made to fail says what a node may say', async (workload, said) => {
  const sole = new SoleNode({ light: workload.type.endsWith('-light') })
  sole.names.set('w', twin)
  sole.faults.activate({ fault: 'workload-error', node: 1, type: workload.type })
  const beside = workload.type === 'zlogs' ? [machine('vm1', 'net1')] : []
  const id = await sole.deploy([workload, ...beside])
  expect(sole.states(id).w).toContain(said)
  sole.cancel(id)
  await sole.idle()
  expect(sole.node.deployments.find(id)).toBeUndefined()
})
