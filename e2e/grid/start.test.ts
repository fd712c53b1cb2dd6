import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const start = fileURLToPath(new URL('../support/grid.mjs', import.meta.url))
const run = (...args: string[]) => spawn(process.execPath, [start, ...args])

async function outcome(...args: string[]) {
  const child = run(...args)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code: code as number }
}

test.each([
  [['--bogus', '1'], 'The grid does not know "--bogus"'],
  [['7'], 'The grid does not know "7"'],
  [['--nodes', 'many'], '--nodes is how many nodes there are: give it a whole number from 1 to 50000.'],
  [['--seed', '-1'], '--seed is what the world grows from: give it a whole number'],
  [['--port'], '--port is the port to listen on, 0 for any: give it a whole number from 0 to 65535.'],
])('%j is refused in one sentence', async (args, sentence) => {
  const { out, err, code } = await outcome(...args)
  expect({ out, code }).toEqual({ out: '', code: 2 })
  expect(err).toContain(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('a port that is taken is named', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { err, code } = await outcome('--port', String(port), '--nodes', '1', '--farms', '1')
  other.close()
  expect({ err, code }).toEqual({
    err: `Port ${port} is taken: choose another with --port, or 0 for any that is free.\n`,
    code: 1,
  })
})

test('it prints one line when all of it listens, and stops on SIGTERM', async () => {
  const child = run('--nodes', '5', '--farms', '1', '--block-ms', '200')
  const printed: string[] = []
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  await expect.poll(() => printed.join('').endsWith('\n'), { timeout: 15_000 }).toBe(true)
  const ready = JSON.parse(printed.join(''))
  expect(Object.keys(ready)).toEqual([
    'ready',
    'chain',
    'relay',
    'relayDomain',
    'gridproxy',
    'kyc',
    'resolver',
    'activation',
    'faults',
    'accounts',
    'sampleNodes',
  ])
  expect((await fetch(`${ready.gridproxy}/ping`)).status).toBe(200)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(printed.join('').trim().split('\n')).toHaveLength(1)
})
