import { expect, test } from 'vitest'
import type { Workload } from '#domain/deployment/deployment.ts'
import { addWorkload, chooseNode } from './edit.ts'
import { bare, emptyPlan, type Plan } from './plan.ts'
import { toPlanned } from './planned.ts'

const key = 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE='
const mycelium = { hex_key: '01'.repeat(32), peers: [] }
const net = { subnet: '10.20.2.0/24', ip_range: '10.20.0.0/16', wireguard_listen_port: 3011, peers: [] }

const network: Workload = {
  ...bare('net1'),
  type: 'network',
  data: { ...net, wireguard_private_key: key, mycelium },
}
const light: Workload = { ...network, type: 'network-light' } as Workload
const plain: Workload = { ...bare('net1'), type: 'network-light', data: { subnet: net.subnet, mycelium } }
const machine = {
  ...bare('vm1'),
  type: 'zmachine-light',
  data: { network: { interfaces: [{ network: 'net1', ip: '10.20.2.2' }] } },
} as unknown as Workload

const planned = (...workloads: Workload[]) => {
  const start: Plan = chooseNode(emptyPlan('site', 'vm'), 0, 7)
  const plan = workloads.reduce((next, workload) => addWorkload(next, 0, workload).plan, start)
  return toPlanned(plan, 5, () => ({ twinId: 70, domain: '' }))
}

// Expected values: grid_client 2.9.2 high_level/machine.ts and modules/machines.ts, which go by the node's feature
// `wireguard`.
test.each([
  ['a network', network, 'network', 3],
  ['a light network with WireGuard', light, 'network', 3],
  ['a light network without', plain, 'network-light', 4],
])('%s goes by the type that other clients look for', (_, workload, type, version) => {
  const text = `{"version":${version},"type":"${type}","name":"net1","projectName":"vm/site"}`
  const [made, runs] = planned(workload, machine)
  expect(made).toMatchObject({ contractData: text, deployment: { metadata: text } })
  expect(runs!.contractData).toBe(`{"version":${version},"type":"vm","name":"site","projectName":"vm/site"}`)
  expect(runs!.deployment.metadata).toBe('')
})
