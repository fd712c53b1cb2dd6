import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { Ready } from '#grid/grid.ts'
import packages from '../../package.json' with { type: 'json' }

/** A grid in a process of its own, so that what asks it does not take its time. */
export type GridProcess = { ready: Ready; startMs: number; memoryMib: () => number; stop: () => Promise<void> }

/** What `npm run <script>` runs, without npm between: its memory and its signals are those of the program. */
const commandOf = (script: 'grid' | 'start'): string[] => packages.scripts[script].replace(/^exec node /, '').split(' ')

const flagsOf = (flags: Record<string, number>): string[] =>
  Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, String(value)])

/** Runs it until it says a line that `isLast`. @throws Error when it ends before that */
async function runUntil(command: string[], isLast: (line: string) => boolean) {
  const start = performance.now()
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill())
  for await (const line of createInterface({ input: child.stdout }))
    if (isLast(line)) return { child, line, startMs: performance.now() - start }
  throw new Error(`${command.join(' ')} ended before it was ready`)
}

async function end(child: ChildProcess): Promise<void> {
  child.kill()
  await once(child, 'exit')
}

export async function startGridProcess(flags: Record<string, number> = {}): Promise<GridProcess> {
  const { child, line, startMs } = await runUntil([...commandOf('grid'), ...flagsOf({ port: 0, ...flags })], () => true)
  return {
    ready: JSON.parse(line) as Ready,
    startMs,
    memoryMib: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1024,
    stop: () => end(child),
  }
}

/** How long `npm start` takes until it names its address, once the app is built. */
export async function appStartMs(flags: Record<string, number>): Promise<number> {
  const command = [...commandOf('start'), ...flagsOf({ port: 0, 'grid-port': 0, ...flags })]
  const { child, startMs } = await runUntil(command, (line) => line.includes('http://'))
  await end(child)
  return startMs
}
