import { expect, test } from 'vitest'
import { WireError, type Fault } from '#protocols/fault.ts'
import { diagnose } from './diagnostics.ts'
import { listParts } from './dmi.ts'
import { listCards } from './gpu.ts'
import type { NodeLine } from './line.ts'
import { getLocation } from './location.ts'
import { getInterfaces, getPublicConfig, hasIpv6, listPublicIps, listWireguardPorts } from './network.ts'
import { listRuns } from './perf.ts'
import { getStatistics } from './statistics.ts'
import { listPools } from './storage.ts'
import { getHypervisor, getVersion, listFeatures } from './system.ts'

const answering = (answer: unknown): NodeLine => ({ name: 'Node 7', ask: () => Promise.resolve(answer) })
const refusing = (reason: string): NodeLine => ({
  name: 'Node 7',
  ask: () => Promise.reject(new WireError({ kind: 'refused', where: 'Node 7', reason })),
})
type Ask = (node: NodeLine) => Promise<unknown>

const none = { cru: 0, mru: 0, sru: 0, hru: 0, ipv4u: 0 }
const users = { deployments: 2, workloads: 5, last_deployment_timestamp: 0 }
const percents = { host_total: 3, host_user: 1, host_system: 2, remote_total: 3, remote_user: 1, remote_system: 2 }

test.each<[what: string, ask: Ask, answer: unknown, read: unknown]>([
  ['its version', getVersion, { zos: '3.14.0', zinit: 'v0.2.25' }, { zos: '3.14.0', zinit: 'v0.2.25' }],
  ['bare metal', getHypervisor, '', ''],
  ['its features', listFeatures, ['zmachine'], ['zmachine']],
  [
    'its use, without the members that older nodes lack',
    getStatistics,
    { total: none, used: { ...none, ipv4u: 1 }, system: none, users },
    {
      total: { cru: 0, mru: 0, sru: 0, hru: 0 },
      used: { cru: 0, mru: 0, sru: 0, hru: 0 },
      system: { cru: 0, mru: 0, sru: 0, hru: 0 },
      publicIps: 1,
      deployments: 2,
      workloads: 5,
      lastDeploymentAt: undefined,
      connections: undefined,
    },
  ],
  [
    'its disks',
    listPools,
    [{ name: 'a', type: 'hdd', size: 10, used: 3 }],
    [{ name: 'a', kind: 'hdd', size: 10, used: 3 }],
  ],
  ['no disks', listPools, null, []],
  ['no cards', listCards, null, []],
  [
    'a card of unknown memory',
    listCards,
    [{ id: '0000:01:00.0/10de/2684', vendor: 'NVIDIA', device: 'AD102', vram: 0, contract: 9 }],
    [{ id: '0000:01:00.0/10de/2684', vendor: 'NVIDIA', device: 'AD102', contractId: 9, memory: undefined }],
  ],
  ['no ports taken', listWireguardPorts, null, []],
  ['the addresses of ZOS light', getInterfaces, { zos: ['10.0.0.2'] }, { zos: ['10.0.0.2'], yggdrasil: undefined }],
  ['its addresses', getInterfaces, { zos: [], ygg: ['300::1'] }, { zos: [], yggdrasil: ['300::1'] }],
  ['IPv6, as ZOS light denies it', hasIpv6, false, false],
  ['no public addresses in use', listPublicIps, null, []],
  [
    'its firmware, empty parts left out',
    listParts,
    {
      tooling: {},
      sections: [
        {
          typenum: 0,
          subsections: [{ title: 'BIOS', properties: { Vendor: { value: 'X' }, Can: { value: '', items: ['UEFI'] } } }],
        },
        { typenum: 9, subsections: [{ title: 'Slot' }] },
        { typenum: 11 },
      ],
    },
    [
      {
        title: 'BIOS',
        properties: [
          { name: 'Vendor', values: ['X'] },
          { name: 'Can', values: ['UEFI'] },
        ],
      },
    ],
  ],
  [
    'its parts: an error may be an empty object',
    diagnose,
    {
      system_status_ok: false,
      healthy: true,
      modules: {
        vmd: { status: { objects: [], workers: [{ state: 'free' }, { state: 'busy', action: 'Run' }] }, error: null },
        flist: { status: null, error: {} },
      },
    },
    {
      answering: false,
      healthy: true,
      modules: [
        { name: 'vmd', failed: false, busy: 1, workers: 2 },
        { name: 'flist', failed: true, busy: 0, workers: 0 },
      ],
    },
  ],
  [
    'its tests, those unknown here left out, one that cannot be read apart',
    listRuns,
    [
      {
        name: 'cpu-benchmark',
        description: '',
        timestamp: 5,
        result: { single: 2.1, multi: 60, threads: 8, workloads: 3 },
      },
      {
        name: 'iperf',
        description: '',
        timestamp: 6,
        result: [{ upload_speed: '1', download_speed: 2, test_type: 'tcp' }],
      },
      { name: 'moon-phase', description: '', timestamp: 7, result: 1 },
      { name: 'healthcheck', description: '', timestamp: 8, result: { cache: [], network: null } },
    ],
    {
      'cpu-benchmark': { at: 5, result: { single: 2.1, multi: 60, threads: 8, workloads: 3 } },
      iperf: { at: 6, problem: '[0].upload_speed should be a number, got "1"' },
      healthcheck: { at: 8, result: { cache: [], network: null } },
    },
  ],
  [
    'speed tests of an older node against another',
    listRuns,
    [
      {
        name: 'iperf',
        description: '',
        timestamp: 6,
        result: [
          {
            upload_speed: 1e8,
            download_speed: 2e8,
            node_id: 12,
            node_ip: '10.1.1.1',
            test_type: 'udp',
            error: '',
            cpu_report: percents,
          },
        ],
      },
    ],
    {
      iperf: {
        at: 6,
        result: [
          {
            upload_speed: 1e8,
            download_speed: 2e8,
            node_id: 12,
            node_ip: '10.1.1.1',
            test_type: 'udp',
            error: '',
            cpu_report: percents,
          },
        ],
      },
    },
  ],
  ['no tests', listRuns, null, {}],
])('a node tells %s', async (_, ask, answer, read) => {
  expect(await ask(answering(answer))).toEqual(read)
})

test.each<[what: string, ask: Ask, reason: string, read: unknown]>([
  ['that it has no IPv6', hasIpv6, 'no public ipv6 found', false],
  ['that it has no public config', getPublicConfig, 'no public configuration', undefined],
  ['the same as ZOS light', getPublicConfig, 'failed to load public config: public config not found', undefined],
  ['that it cannot tell public IPs', listPublicIps, 'function is not found', undefined],
])('a node says %s by refusing', async (_, ask, reason, read) => {
  expect(await ask(refusing(reason))).toEqual(read)
  await expect(ask(refusing('out of memory'))).rejects.toThrow('out of memory')
})

test.each<[ask: Ask, answer: unknown, reason: string]>([
  [getVersion, { zos: '3.14.0' }, 'zinit should be a string, got nothing'],
  [getHypervisor, null, 'the answer should be a string, got null'],
  [listFeatures, null, 'the answer should be an array, got null'],
  [
    getStatistics,
    { total: none, used: none, system: { ...none, mru: '8' }, users },
    'system.mru should be a number, got "8"',
  ],
  [
    listPools,
    [{ name: 'a', type: 'tape', size: 1, used: 0 }],
    '[0].type invalid option: expected one of "ssd"|"hdd", got "tape"',
  ],
  [listCards, [{ id: 1 }], '[0].id should be a string, got 1'],
  [listWireguardPorts, ['4000'], '[0] should be a number, got "4000"'],
  [getInterfaces, { zos: null }, 'zos should be an array, got null'],
  [hasIpv6, 'yes', 'the answer should be a boolean, got "yes"'],
  [getPublicConfig, {}, 'type should be a string, got nothing'],
  [getLocation, { longitude: 3 }, 'latitude should be a number, got nothing'],
  [listParts, {}, 'sections should be an array, got nothing'],
  [diagnose, { system_status_ok: true, healthy: true }, 'modules should be a record, got nothing'],
  [listRuns, [{ name: 'iperf' }], '[0].description should be a string, got nothing'],
])('%o reads no %j', async (ask, answer, reason) => {
  const fault: Fault = { kind: 'unreadable', where: 'Node 7', reason }
  await expect(ask(answering(answer))).rejects.toMatchObject({ fault })
})
