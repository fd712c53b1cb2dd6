import { Refusal } from '../../relay/peer.ts'
import { readArguments, readText } from './arguments.ts'
import type { Commands, Request } from './command.ts'
import { tasks } from './perf-tasks.ts'
import { seeded } from './seeded.ts'

/** The last result of a task, as of its last turn. Source: zosbase pkg/perf/cache.go */
function lastResult(name: string, request: Request) {
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
  if (!task) throw new Refusal('result not found')
  const { description, every, jitter, run } = task
  const { world } = request.node
  const delay = seeded(world, name).whole(0, jitter)
  const now = Math.floor(Date.now() / 1000)
  return { name, description, timestamp: now - ((now - delay) % every), result: run(world, request) }
}

function nameIn(payload: unknown): string {
  try {
    return readText(readArguments(payload)('name'))
  } catch (error) {
    const sent = payload === undefined ? [] : [...new TextEncoder().encode(JSON.stringify(payload))]
    throw new Refusal(`failed to unmarshal payload [${sent.join(' ')}]: ${(error as TypeError).message}`)
  }
}

/** Source: zosbase pkg/zos_api/perf.go */
export const perfCommands: Commands = {
  'zos.perf.get': (request) => lastResult(nameIn(request.payload), request),
  'zos.perf.get_all': (request) => Object.keys(tasks).map((name) => lastResult(name, request)),
}
