import { Refusal } from '../../relay/peer.ts'
import { networkId } from '../addresses.ts'
import type { Kept, Report } from '../deployments.ts'
import { readArguments, readText } from './arguments.ts'
import type { Command, Commands, Request } from './command.ts'
import { checksOf } from './debug-checks.ts'
import { isMachine } from './workloads.ts'

/** Only twins that the network's configuration names get further. Source: zosbase pkg/zos_api/middlewares.go */
const forAdmins =
  (run: Command): Command =>
  (request) => {
    if (!request.admins.includes(request.twin)) throw new Refusal('unauthorized')
    return run(request)
  }

const numberProblem = (text: string, most: bigint): string | undefined => {
  if (!/^\d+$/.test(text)) return 'invalid syntax'
  return BigInt(text) > most ? 'value out of range' : undefined
}

/** Reads `<twin>:<contract>`. Source: zosbase pkg/debugcmd/deps.go ParseDeploymentID */
function readId(text: string): { twin: number; contract: number } {
  if (text === '') throw new Refusal('deployment identifier is required')
  const parts = text.split(':')
  if (parts.length !== 2) throw new Refusal(`invalid deployment format: expected 'twin-id:contract-id', got '${text}'`)
  for (const [i, what, most] of [
    [0, 'twin', 2n ** 32n - 1n],
    [1, 'contract', 2n ** 64n - 1n],
  ] as const) {
    const problem = numberProblem(parts[i]!, most)
    if (problem)
      throw new Refusal(
        `invalid ${what} ID: ${parts[i]}: strconv.ParseUint: parsing ${JSON.stringify(parts[i])}: ${problem}`,
      )
  }
  return { twin: Number(parts[0]), contract: Number(parts[1]) }
}

/** @param prefix what the command says before the node's own words */
function keptOf({ node }: Request, id: string, prefix = ''): Kept {
  const { twin, contract } = readId(id)
  const kept = node.deployments.of(twin, contract)
  if (!kept) throw new Refusal(`${prefix}deployment not found`)
  return kept
}

function list({ node, payload }: Request) {
  const twin = payload === undefined ? 0 : Number(readArguments(payload)('twin_id') ?? 0)
  const deployments = node.deployments
    .all()
    .filter(({ deployment, isAlive }) => isAlive && (twin === 0 || deployment.twin_id === twin))
    .map(({ deployment: { twin_id, contract_id }, workloads }) => ({
      twin_id,
      contract_id,
      workloads: [...workloads.values()].map(({ type, name, result: { state } }) => ({ type, name, state })),
    }))
  return { deployments }
}

function history(request: Request) {
  const deployment = readText(readArguments(request.payload)('deployment'))
  const told = keptOf(request, deployment).history.map(({ type, name, result: { created, state, message } }, i) => ({
    seq: i + 1,
    type,
    name,
    created,
    state,
    message,
  }))
  return { deployment, history: told }
}

const idOf = ({ deployment: { twin_id, contract_id } }: Kept, { name }: Report) => `${twin_id}-${contract_id}-${name}`

function info(request: Request) {
  const args = readArguments(request.payload)
  const wanted = readText(args('workload'))
  if (wanted === '') throw new Refusal('workload name is required')
  const kept = keptOf(request, readText(args('deployment')), 'failed to get deployment: ')
  const workload = kept.workloads.get(wanted)
  if (!workload) throw new Refusal(`workload '${wanted}' not found in deployment`)
  const { type, name, result } = workload
  const answer = { workload_id: idOf(kept, workload), type, name }
  if (isMachine(workload)) {
    if (result.state !== 'ok') throw new Refusal(`failed to inspect vm: vm '${answer.workload_id}' not found`)
    const { cpu, memory } = (workload as Extract<Report, { type: 'zmachine' }>).data.compute_capacity
    return { ...answer, info: { HtEnabled: false, Memory: Number(memory), CPU: cpu }, logs: bootLog(args('verbose')) }
  }
  if (type !== 'network' && type !== 'network-light')
    throw new Refusal(`workload type '${type}' not supported for info command`)
  const net_id = networkId(kept.deployment.twin_id, name)
  return {
    ...answer,
    info: { net_id, namespace: `n-${net_id}`, state: result.state },
    logs: "Network workloads don't support logs",
  }
}

/** Nothing runs, so a machine's log has only what every machine's log begins with. */
const bootLog = (verbose: unknown): string =>
  (verbose === true ? '[    0.000000] Linux version 5.12.9\n' : '') + '[    0.412337] Run /sbin/zinit as init process\n'

function health(request: Request) {
  const args = readArguments(request.payload)
  const id = readText(args('deployment'))
  if (id === '') throw new Refusal('deployment is required when system_probe is not specified')
  const { twin: twin_id, contract: contract_id } = readId(id)
  const kept = keptOf(request, id, 'failed to get deployment: ')
  const workloads = [...kept.workloads.values()].flatMap((workload) => {
    const workload_id = idOf(kept, workload)
    const checks = checksOf(workload, workload_id, twin_id)
    const status = checks.every(({ ok }) => ok) ? 'healthy' : 'unhealthy'
    return checks.length > 0 ? [{ workload_id, type: workload.type, name: workload.name, status, checks }] : []
  })
  return { twin_id, contract_id, workloads: workloads.length > 0 ? workloads : null }
}

/** Source: zosbase pkg/zos_api/debug.go, pkg/debugcmd. Left out: `system_probe`, which runs a command on the node. */
export const debugCommands: Commands = {
  'zos.debug.deployment.list': forAdmins(list),
  'zos.debug.deployment.get': forAdmins((request) => ({
    deployment: keptOf(request, readText(readArguments(request.payload)('deployment'))).toJson(),
  })),
  'zos.debug.deployment.history': forAdmins(history),
  'zos.debug.deployment.info': forAdmins(info),
  'zos.debug.deployment.health': forAdmins(health),
}
