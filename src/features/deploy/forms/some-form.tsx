import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect, useState } from 'react'
import { images } from '#domain/deployment/images.ts'
import type { Check } from '#domain/plan/check.ts'
import type { PlanFacts } from '#domain/plan/facts.ts'
import { bare, emptyPlan, newDeployment, placed, type Plan, type Spot } from '#domain/plan/plan.ts'
import { gib } from '#domain/units.ts'
import type { Workload } from '#domain/workloads/workload.ts'
import { WorkloadForm } from './WorkloadForm.tsx'

export const net = {
  ip_range: '10.20.0.0/16',
  subnet: '10.20.2.0/24',
  wireguard_private_key: 'oG8v1Gc0ZQFh9m4yWb7nZV5kqU2m3r0eVJ1xQy8T7n4=',
  wireguard_listen_port: 17_422,
  peers: [
    { subnet: '10.20.3.0/24', wireguard_public_key: 'key-of-a-peer', allowed_ips: [], endpoint: '185.1.2.3:4711' },
  ],
  mycelium: { hex_key: 'ab'.repeat(32), peers: [] },
}
const encryption = { algorithm: 'AES', key: 'cd'.repeat(32) }
export const backendOf = (name: string, password = 'p') => ({
  address: `{${name}.address}`,
  namespace: `{${name}.Namespace}`,
  password,
})
const storage = {
  cache: gib(1),
  config: {
    minimal_shards: 2,
    expected_shards: 3,
    redundant_groups: 0,
    redundant_nodes: 0,
    max_zdb_data_dir_size: 32,
    encryption,
    meta: { type: 'zdb', config: { prefix: 'p', encryption, backends: [] } },
    groups: [{ backends: [backendOf('db1', 'old')] }],
    compression: { algorithm: 'snappy' },
  },
}
const machine = {
  flist: images[0]!.flist,
  network: {
    public_ip: '',
    planetary: false,
    interfaces: [{ network: 'net1', ip: '10.20.2.2' }],
    mycelium: { network: 'net1', hex_seed: '000002000002' },
  },
  size: 0,
  compute_capacity: { cpu: 1, memory: gib(2) },
  mounts: [],
  entrypoint: '/sbin/zinit init',
  env: { SSH_KEY: '' },
}

const zdb = { size: gib(10), mode: 'seq', password: 'p', public: false }
export const start: Plan = {
  ...emptyPlan('shop', 'vm'),
  nodes: [
    {
      node: 42,
      deployments: [
        { deployment: newDeployment([{ ...bare('net1'), type: 'network', data: net } as Workload]) },
        {
          deployment: newDeployment([
            { ...bare('vm1'), type: 'zmachine', data: machine },
            { ...bare('light1'), type: 'zmachine-light', data: machine },
            { ...bare('vol1'), type: 'volume', data: { size: gib(5) } },
            { ...bare('ip1'), type: 'ip', data: { v4: true, v6: false } },
            { ...bare('ip2'), type: 'ipv4', data: {} },
            { ...bare('logs1'), type: 'zlogs', data: { zmachine: 'vm1', output: '' } },
            { ...bare('db1'), type: 'zdb', data: zdb },
            { ...bare('db2'), type: 'zdb', data: zdb },
            { ...bare('qs1'), type: 'qsfs', data: storage },
            { ...bare('net2'), type: 'network-light', data: { subnet: '10.30.2.0/24', mycelium: net.mycelium } },
          ] as Workload[]),
        },
        {
          deployment: newDeployment([
            {
              ...bare('gw1'),
              type: 'gateway-name-proxy',
              data: { name: 'shop', tls_passthrough: false, backends: [] },
            },
            {
              ...bare('gw2'),
              type: 'gateway-fqdn-proxy',
              data: { fqdn: 'shop.example.com', tls_passthrough: false, backends: ['http://10.0.0.2'] },
            },
          ]),
        },
      ],
    },
  ],
}

const told = <T,>(data: T) => ({ data, error: null })
const capacity = {
  total: { cru: 24, mru: gib(126), sru: gib(2000), hru: gib(8000) },
  used: { cru: 6, mru: gib(25), sru: gib(300), hru: gib(1000) },
}
export const gpu = { id: '0000:28:00.0/1002/731f', vendor: 'AMD', device: 'Navi 10', contractId: 0 }
const node = {
  id: 42,
  ...capacity,
  rentedByTwinId: 0,
  freeFarmIps: 3,
  publicConfig: { ipv4: '185.206.122.31/24', domain: 'gent01.grid.tf' },
}
const factsWith = (rentedByTwinId: number) =>
  ({
    twinId: 9,
    names: new Map([['shop', told(null)]]),
    networks: told([]),
    nodes: new Map([
      [
        42,
        {
          node: told({ ...node, rentedByTwinId }),
          capacity: told(capacity),
          gpus: told([gpu]),
          ports: told({ ports: [4711], answeredInMs: 1 }),
          features: told(['network', 'zmachine']),
        },
      ],
    ]),
  }) as unknown as PlanFacts

/** The plan as the form left it, and a way to change it from outside. */
export const held: { plan: Plan; change: (plan: Plan) => void } = { plan: start, change: () => undefined }

function Builder({ at, checks = [], focusField, rentedBy = 0 }: Shown & { at: Spot }) {
  const [plan, change] = useState(start)
  useEffect(
    function letTestsSee() {
      Object.assign(held, { plan, change })
    },
    [plan],
  )
  return (
    <QueryClientProvider client={new QueryClient()}>
      <WorkloadForm
        plan={plan}
        at={at}
        facts={factsWith(rentedBy)}
        checks={checks}
        onPlan={change}
        focusField={focusField}
      />
    </QueryClientProvider>
  )
}

type Shown = { checks?: Check[]; focusField?: string; rentedBy?: number }

export const spotOf = (name: string) => placed(start).find(({ workload }) => workload.name === name)!.at
export const show = (name: string, shown: Shown = {}) => render(<Builder at={spotOf(name)} {...shown} />)
export const dataOf = (name: string) =>
  placed(held.plan).find(({ workload }) => workload.name === name)!.workload.data as unknown as Record<string, unknown>
export const names = () => placed(held.plan).map(({ workload }) => workload.name)
export const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })
export const fill = async (name: string | RegExp, text: string) => {
  await userEvent.clear(box(name))
  if (text !== '') await userEvent.type(box(name), text)
}
export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
export const choose = (label: string, option: string) =>
  userEvent.selectOptions(screen.getByRole('combobox', { name: label }), option)
