import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from './free-port.ts'
import { listen } from './listen.ts'

const neighbour = createServer()
let taken: number

beforeAll(async () => {
  taken = await listen(neighbour, 0)
})
afterAll(() => void neighbour.close())

test('a usual port that is taken makes way for the next free one', async () => {
  expect(await freePort('--port', undefined, taken)).toBeGreaterThan(taken)
})

test('a named port that is taken is refused in a sentence', async () => {
  await expect(freePort('--port', taken, 5173)).rejects.toThrow(
    `Port ${taken} is taken; choose another with --port, or stop what uses it.`,
  )
})

test('port 0 is any free one', async () => {
  expect(await freePort('--port', 0, 5173)).toBeGreaterThan(0)
})
