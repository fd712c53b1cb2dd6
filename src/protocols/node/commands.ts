import { z } from 'zod'
import { nics, publicNic } from './admin.ts'
import { debugGet, debugHealth, debugHistory, debugInfo, debugList } from './debug.ts'
import { deployment, workload } from './deployment.ts'
import { diagnostics } from './diagnostics.ts'
import { dmi } from './dmi.ts'
import { cards } from './gpu.ts'
import { location } from './location.ts'
import { addresses, flag, interfaces, ports, publicConfig } from './network.ts'
import { perfRun, perfRuns, perfTasks } from './perf.ts'
import { statistics } from './statistics.ts'
import { pools } from './storage.ts'
import { features, hypervisor, version } from './system.ts'

/** One member of what a command is asked with, as a person types it. */
export type Field = {
  /** Its name in the request. */
  name: string
  label: string
  help?: string
  kind: 'id' | 'text' | 'deployment' | 'choice'
  choices?: readonly string[]
  optional?: boolean
}

export type Command = {
  name: string
  /** What it tells, as the end of "It tells …". */
  tells: string
  fields?: readonly Field[]
  /** What it answers, as TypeScript would write it. */
  returns: string
  answer: z.ZodType
  /** ZOS light does not know it. */
  notLight?: boolean
}

/** Whom a node answers: anybody, anybody about their own things, its farmer, or those who look after the grid. */
export type Audience = 'anybody' | 'own' | 'farmer' | 'keepers'
export type CommandGroup = { title: string; for: Audience; commands: readonly Command[] }

const contract: Field = { name: 'contract_id', label: 'Contract id', kind: 'id' }
const deploymentId: Field = {
  name: 'deployment',
  label: 'Deployment',
  help: 'Its twin and contract, as in 29:1042',
  kind: 'deployment',
}
const capacity = '{ cru, mru, sru, hru, ipv4u }'
const run = '{ name: string, description: string, timestamp: unix seconds, result }'

/** Every command of a node that changes nothing. Source: zosbase pkg/zos_api/routes.go, pkg/zos_api_light/routes.go */
export const commandGroups: readonly CommandGroup[] = [
  {
    title: 'System',
    for: 'anybody',
    commands: [
      {
        name: 'zos.system.version',
        tells: 'which ZOS it runs',
        returns: '{ zos: string, zinit: string }',
        answer: version,
      },
      {
        name: 'zos.system.hypervisor',
        tells: 'what it runs on, "" being bare metal',
        returns: 'string',
        answer: hypervisor,
      },
      {
        name: 'zos.system.dmi',
        tells: 'what its firmware says of the machine',
        returns: '{ tooling, sections: { handleline, typestr, typenum, subsections: { title, properties }[] }[] }',
        answer: dmi,
      },
      {
        name: 'zos.system.diagnostics',
        tells: 'how the parts of ZOS are',
        returns: '{ system_status_ok: boolean, healthy: boolean, modules: { [name]: { status, error } } }',
        answer: diagnostics,
      },
      {
        name: 'zos.system.node_features_get',
        tells: 'what can be put on it',
        returns: 'string[]',
        answer: features,
      },
    ],
  },
  {
    title: 'Capacity and place',
    for: 'anybody',
    commands: [
      {
        name: 'zos.statistics.get',
        tells: 'what of it is taken, in bytes and cores',
        returns: `{ total, used, system: ${capacity}, users: { deployments, workloads, last_deployment_timestamp }, open_connections }`,
        answer: statistics,
      },
      {
        name: 'zos.storage.pools',
        tells: 'how full its disks are, in bytes',
        returns: "{ name: string, type: 'ssd' | 'hdd', size: bytes, used: bytes }[]",
        answer: pools,
      },
      {
        name: 'zos.gpu.list',
        tells: 'which cards it has and which are taken',
        returns: '{ id: string, vendor: string, device: string, vram: bytes, contract: id or 0 }[] | null',
        answer: cards,
      },
      {
        name: 'zos.location.get',
        tells: 'where its address says that it is',
        returns: '{ longitude, latitude, continent, country_name, country_code, city_name }',
        answer: location,
      },
    ],
  },
  {
    title: 'Network',
    for: 'anybody',
    commands: [
      {
        name: 'zos.network.interfaces',
        tells: 'its addresses',
        returns: '{ zos: string[], ygg?: string[] }',
        answer: interfaces,
      },
      {
        name: 'zos.network.public_config_get',
        tells: 'its public addresses and domain',
        returns: "{ type: 'macvlan' | 'vlan', ipv4, ipv6, gw4, gw6, domain: string }",
        answer: publicConfig,
      },
      {
        name: 'zos.network.has_ipv6',
        tells: 'whether it has public IPv6; without, it refuses',
        returns: 'boolean',
        answer: flag,
      },
      {
        name: 'zos.network.list_wg_ports',
        tells: 'which WireGuard ports are taken',
        returns: 'number[]',
        answer: ports,
      },
      {
        name: 'zos.network.list_public_ips',
        tells: 'which IPv4 addresses workloads hold on it',
        returns: 'string[]',
        answer: addresses.nullable(),
        notLight: true,
      },
      {
        name: 'zos.network.list_private_ips',
        tells: 'which addresses your machines have on one of your networks',
        fields: [{ name: 'network_name', label: 'Network', help: 'Its name on the node', kind: 'text' }],
        returns: 'string[]',
        answer: addresses.nullable(),
      },
    ],
  },
  {
    title: 'Tests',
    for: 'anybody',
    commands: [
      {
        name: 'zos.perf.get',
        tells: 'what came of one of its tests',
        fields: [{ name: 'name', label: 'Test', kind: 'choice', choices: perfTasks }],
        returns: run,
        answer: perfRun,
      },
      { name: 'zos.perf.get_all', tells: 'what came of all its tests', returns: `${run}[]`, answer: perfRuns },
    ],
  },
  {
    title: 'Your deployments',
    for: 'own',
    commands: [
      {
        name: 'zos.deployment.list',
        tells: 'what your twin runs on it',
        returns: 'Deployment[]',
        answer: z.array(deployment).nullable(),
      },
      {
        name: 'zos.deployment.get',
        tells: 'what it holds for one of your contracts',
        fields: [contract],
        returns: 'Deployment',
        answer: deployment,
      },
      {
        name: 'zos.deployment.changes',
        tells: 'all that happened to one of your deployments',
        fields: [contract],
        returns: 'Workload[] | null',
        answer: z.array(workload).nullable(),
      },
    ],
  },
  {
    title: 'As its farmer',
    for: 'farmer',
    commands: [
      {
        name: 'zos.admin.interfaces',
        tells: 'its network cards',
        returns: '{ [card]: { ips: string[] | null, mac: string } }',
        answer: nics,
      },
      {
        name: 'zos.admin.get_public_nic',
        tells: 'which card public traffic goes over',
        returns: '{ is_single: boolean, is_dual: boolean, dual_interface: string }',
        answer: publicNic,
        notLight: true,
      },
    ],
  },
  {
    title: 'For those who look after the grid',
    for: 'keepers',
    commands: [
      {
        name: 'zos.debug.deployment.list',
        tells: 'what everybody runs on it',
        fields: [{ name: 'twin_id', label: 'Twin id', help: 'Everybody’s where left out', kind: 'id', optional: true }],
        returns: '{ deployments: { twin_id, contract_id, workloads: { type, name, state }[] }[] }',
        answer: debugList,
        notLight: true,
      },
      {
        name: 'zos.debug.deployment.get',
        tells: 'one deployment, whoever’s it is',
        fields: [deploymentId],
        returns: '{ deployment: Deployment }',
        answer: debugGet,
        notLight: true,
      },
      {
        name: 'zos.debug.deployment.history',
        tells: 'all that happened to one deployment',
        fields: [deploymentId],
        returns: '{ deployment, history: { seq, type, name, created, state, message }[] }',
        answer: debugHistory,
        notLight: true,
      },
      {
        name: 'zos.debug.deployment.info',
        tells: 'how one workload is set up',
        fields: [deploymentId, { name: 'workload', label: 'Workload', help: 'Its name', kind: 'text' }],
        returns: '{ workload_id, type, name, info?, logs? }',
        answer: debugInfo,
        notLight: true,
      },
      {
        name: 'zos.debug.deployment.health',
        tells: 'whether what a deployment runs is whole',
        fields: [deploymentId],
        returns: '{ twin_id, contract_id, workloads: { workload_id, type, name, status, checks }[] }',
        answer: debugHealth,
        notLight: true,
      },
    ],
  },
]
