import { execFileSync, spawn } from 'node:child_process'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { Ready } from '#grid/grid.ts'
import packages from '../../package.json' with { type: 'json' }

/** A grid in a process of its own, so that what asks it does not take its time. */
export type GridProcess = { ready: Ready; startMs: number; memoryMib: () => number; stop: () => void }

/** What `npm run grid` runs, without npm between: its memory and its signals are those of the grid. */
const command = packages.scripts.grid.replace(/^exec node /, '').split(' ')

/** @throws Error when it ends before it is ready */
export async function startGridProcess(flags: Record<string, number> = {}): Promise<GridProcess> {
  const given = Object.entries({ port: 0, ...flags }).flatMap(([flag, value]) => [`--${flag}`, String(value)])
  const start = performance.now()
  const child = spawn(process.execPath, [...command, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill())
  for await (const line of createInterface({ input: child.stdout }))
    return {
      ready: JSON.parse(line) as Ready,
      startMs: performance.now() - start,
      memoryMib: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1024,
      stop: () => void child.kill(),
    }
  throw new Error('The grid ended before it was ready')
}
