import { networkId } from '../addresses.ts'
import type { Report } from '../deployments.ts'
import { isMachine } from './workloads.ts'

type Check = { name: string; ok: boolean; message: string; evidence: Record<string, unknown> }

/** Turns `[name, said when well, said when ill]` into checks that all go one way: what is installed is whole. */
const allOf = (ok: boolean, evidence: Record<string, unknown>, rows: [string, string, string][]): Check[] =>
  rows.map(([name, well, ill]) => ({ name, ok, message: ok ? well : ill, evidence }))

/** What a look at a machine or a network finds; other types are not looked at. Source: zosbase pkg/debugcmd/checks */
export function checksOf(workload: Report, id: string, twin: number): Check[] {
  const ok = workload.result.state === 'ok'
  if (isMachine(workload))
    return allOf(ok, { vm_id: id }, [
      ['vm.config', 'config valid', `config file not found: stat /var/run/cache/vmd/${id}: no such file or directory`],
      ['vm.vmd', 'vmd reports VM exists', 'vmd reports VM does not exist'],
      ['vm.process', 'process running', `process not found: vm '${id}' not found`],
      ['vm.disks', 'all disks valid', 'config not available'],
      ['vm.virtiofs', 'all virtiofs sockets present', 'config unavailable: no such file or directory'],
    ])
  if (workload.type !== 'network' && workload.type !== 'network-light') return []
  const netid = networkId(twin, workload.name)
  return allOf(ok, { netid, namespace: `n-${netid}` }, [
    ['network.config', 'config valid', 'config file not found: no such file or directory'],
    ['network.namespace', 'namespace exists', 'namespace not found'],
    ['network.interfaces', 'all required interfaces present', `missing interfaces: [w-${netid} n-${netid} public]`],
    ['network.bridge', 'bridge has members', 'bridge not found: no such file or directory'],
    ['network.mycelium', 'service running', 'cannot get service status: service name unknown'],
  ])
}
