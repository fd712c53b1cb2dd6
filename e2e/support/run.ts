import process from 'node:process'
import { startGrid } from '#grid/grid.ts'
import { port, readFlags, UsageError } from './flags.ts'
import { freePort } from './free-port.ts'
import { localNetwork } from './local-network.ts'

const flags = {
  port,
  'grid-port': port,
  seed: { says: 'what the world grows from', from: 0, to: 2 ** 32 - 1 },
  farms: { says: 'how many farms there are', from: 1, to: 10_000 },
  nodes: { says: 'how many nodes there are', from: 1, to: 50_000 },
  'block-ms': { says: 'the time from one block to the next', from: 50, to: 60_000 },
}

export type Front = (at: { port: number; config: unknown }) => Promise<unknown>

async function start(startFront: Front) {
  const { port, 'grid-port': gridPort, 'block-ms': blockMs, ...world } = readFlags(process.argv.slice(2), flags)
  const sitePort = await freePort('--port', port, 5173)
  const options = { ...world, blockMs, port: await freePort('--grid-port', gridPort, 9944) }

  console.log('Starting the local grid…')
  const grid = await startGrid(options)
  await startFront({ port: sitePort, config: localNetwork(grid.ready) })
  console.log(
    `\nZOS Dashboard  http://127.0.0.1:${sitePort}\nIt runs against a local grid of its own. Ctrl-C stops both.`,
  )
}

/** Runs a local grid with the app before it, by the flags of the command line, until Ctrl-C. */
export function run(startFront: Front) {
  // Everything lives in this process and nothing of it outlasts a run, so ending the process is all there is to stopping.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0))

  start(startFront).catch((error: unknown) => {
    console.error(error instanceof UsageError ? error.message : error)
    process.exit(1)
  })
}
