import type { Workload } from '#domain/deployment/deployment.ts'
import { emptyPlan, newDeployment, type Plan } from '#domain/plan/plan.ts'
import { gib, mib } from '#domain/units.ts'
import { disk, machine, network } from '../../testbed.ts'
import type { Dice } from '../../world/dice.ts'
import {
  fqdnGateway,
  ip,
  lightMachine,
  lightNetwork,
  nameGateway,
  qsfs,
  volume,
  zdb,
  zlogs,
} from '../install/samples.ts'

/** A plan for node 1 that holds good there, with something of every type, of sizes by chance; what is in it by name. */
export function wholePlan(dice: Dice) {
  const parts = {
    net1: network('net1'),
    disk1: disk('disk1', gib(dice.whole(1, 30))),
    vol1: volume('vol1', gib(dice.whole(1, 30))),
    fs1: qsfs('fs1', gib(dice.whole(1, 5))),
    ip1: ip('ip1', true, dice.chance(0.5)),
    vm1: machine('vm1', 'net1', ['disk1', 'vol1', 'fs1'], mib(dice.whole(256, 8192))),
    vm2: machine('vm2', 'net1'),
    logs1: zlogs('logs1', 'vm1'),
    db1: zdb('db1', { size: gib(dice.whole(1, 100)), mode: dice.pick(['user', 'seq']) }),
    web: nameGateway('web', { backends: ['http://[{vm1.mycelium_ip}]:80'] }),
    inner: nameGateway('inner', { network: 'net1', backends: ['http://{vm2.ip}:8080'] }),
    own: fqdnGateway('own', 'www.29.0.1.2.sslip.io', { backends: ['[{vm1.planetary_ip}]:443'] }),
  }
  const { net1, web, inner, own, vm1, vm2, ...others } = parts
  vm1.data.compute_capacity.cpu = dice.whole(1, 8)
  vm1.data.network.public_ip = 'ip1'
  vm2.data.network.interfaces[0]!.ip = `10.20.2.${dice.whole(6, 254)}`
  vm2.data.network.mycelium!.hex_seed = '000002000006'
  return { parts, plan: planOf([net1], [...Object.values(others), vm1, vm2], [web], [inner], [own]) }
}

/** The same for a node with ZOS light. */
export function lightPlan(dice: Dice) {
  const parts = {
    net1: lightNetwork('net1'),
    disk1: disk('disk1', gib(dice.whole(1, 30))),
    vm1: lightMachine('vm1', 'net1'),
    web: nameGateway('web', { backends: ['http://[{vm1.mycelium_ip}]:80'] }),
  }
  parts.vm1.data.mounts = [{ name: 'disk1', mountpoint: '/data' }]
  parts.vm1.data.compute_capacity.cpu = dice.whole(1, 8)
  return { parts, plan: planOf([parts.net1], [parts.disk1, parts.vm1], [parts.web]) }
}

const planOf = (...contracts: Workload[][]): Plan => ({
  ...emptyPlan('shop', 'vm'),
  nodes: [{ node: 1, deployments: contracts.map((workloads) => ({ deployment: newDeployment(workloads) })) }],
})
