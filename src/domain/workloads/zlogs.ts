import { none, type Capacity } from '#domain/capacity.ts'
import { text } from '#domain/go-text.ts'
import { goUrl } from '#domain/go-url.ts'
import type { Problem } from '#domain/problem.ts'
import type { Neighbours } from './neighbours.ts'

/**
 * Sends what a machine of the same deployment logs to an address. Not for light machines.
 *
 * Source: zosbase pkg/gridtypes/zos/zlogs.go
 */
export type ZLogs = { zmachine: string; output: string }

export const challenge = (data: ZLogs): string => text(data.zmachine) + text(data.output)

export const problem = (data: ZLogs, deployment: Neighbours): string | undefined =>
  loggedProblem(data.zmachine, deployment)?.said ?? outputProblem(text(data.output))?.said

/** Why the logs of this machine cannot be sent. */
export const loggedProblem = (name: string, { workloads }: Neighbours): Problem =>
  workloads.find((one) => one.name === name)?.type === 'zmachine'
    ? undefined
    : { said: `no zmachine with name '${text(name)}' found`, words: 'Choose a machine of the same contract' }

/** Why logs cannot be sent there. */
export function outputProblem(output: string): Problem {
  const words = 'Begin with redis://, ws:// or wss://'
  const url = goUrl(output)
  if ('problem' in url) return { said: `invalid url supplied in output: ${url.problem}`, words }
  if (['redis', 'ws', 'wss'].includes(url.scheme)) return undefined
  return { said: `invalid output schema '${url.scheme}' not supported`, words }
}

export const capacity = (): Capacity => none
