import { none, type Capacity } from '#domain/capacity.ts'
import { text } from '#domain/go-text.ts'
import { goUrl } from '#domain/go-url.ts'
import type { Neighbours } from './neighbours.ts'

/**
 * Sends what a machine of the same deployment logs to an address. Not for light machines.
 *
 * Source: zosbase pkg/gridtypes/zos/zlogs.go
 */
export type ZLogs = { zmachine: string; output: string }

export const challenge = (data: ZLogs): string => text(data.zmachine) + text(data.output)

export function problem(data: ZLogs, deployment: Neighbours): string | undefined {
  const machine = deployment.workloads.find(({ name }) => name === data.zmachine)
  if (machine?.type !== 'zmachine') return `no zmachine with name '${text(data.zmachine)}' found`
  const url = goUrl(text(data.output))
  if ('problem' in url) return `invalid url supplied in output: ${url.problem}`
  if (!['redis', 'ws', 'wss'].includes(url.scheme)) return `invalid output schema '${url.scheme}' not supported`
  return undefined
}

export const capacity = (): Capacity => none
