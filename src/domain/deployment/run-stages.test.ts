import { expect, test } from 'vitest'
import { bare, newDeployment } from '#domain/plan/plan.ts'
import type { Workload } from './deployment.ts'
import { stagesOf } from './run-stages.ts'

const machine = (name: string) => ({ ...bare(name), type: 'zmachine', data: {} }) as unknown as Workload
const gateway = (name: string, backend: string): Workload => ({
  ...bare(name),
  type: 'gateway-fqdn-proxy',
  data: { fqdn: 'shop.example', tls_passthrough: false, backends: [backend] },
})
const planned = (...workloads: Workload[]) => ({ deployment: newDeployment(workloads) })
const names = (...all: ReturnType<typeof planned>[]) =>
  stagesOf(all).map((stage) => stage.map(({ deployment }) => deployment.workloads[0]!.name))

test('what waits for an address is signed after what has it, as often as it takes', () => {
  const vm = planned(machine('vm1'))
  const shop = planned(gateway('shop', 'http://{vm1.planetary_ip}:80'))
  const front = planned(gateway('front', 'https://{shop.fqdn}'))
  expect(names(front, shop, vm)).toEqual([['vm1'], ['shop'], ['front']])
})

test('what waits for nothing, or for what is in no plan, is signed at once', () => {
  expect(names(planned(machine('vm1')), planned(gateway('shop', 'http://{elsewhere.ip}')))).toEqual([['vm1', 'shop']])
})

test('those that wait for each other are not waited for', () => {
  expect(names(planned(gateway('a', 'https://{b.fqdn}')), planned(gateway('b', 'https://{a.fqdn}')))).toEqual([
    ['a', 'b'],
  ])
})
