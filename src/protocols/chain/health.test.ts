import { afterEach, expect, test } from 'vitest'
import { WebSocket as Socket, WebSocketServer } from 'ws'
import { handsOutMoney, probeChain } from './health.ts'

let server: WebSocketServer | undefined
afterEach(() => server?.close())

async function chainThatSays(answer: string | undefined): Promise<string> {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket) => socket.on('message', () => answer !== undefined && socket.send(answer)))
  await new Promise((resolve) => server!.once('listening', resolve))
  return `ws://127.0.0.1:${(server.address() as { port: number }).port}`
}
const probe = (place: string, signal = new AbortController().signal) =>
  probeChain(place, signal, Socket as unknown as typeof WebSocket)

test('a chain says its name', async () => {
  expect(await probe(await chainThatSays('{"jsonrpc":"2.0","id":1,"result":"TFChain Devnet"}'))).toBe('TFChain Devnet')
})

test.each([
  [['system_chain', 'dev_fund'], true],
  [['system_chain'], false],
])('a chain with the methods %j hands out play money: %s', async (methods, given) => {
  const place = await chainThatSays(JSON.stringify({ jsonrpc: '2.0', id: 1, result: { methods } }))
  const { signal } = new AbortController()
  expect(await handsOutMoney(place, signal, Socket as unknown as typeof WebSocket)).toBe(given)
})

test.each([['hello'], ['{"id":1,"error":{"code":-32601}}']])('%o is not what a chain says', async (answer) => {
  await expect(probe(await chainThatSays(answer))).rejects.toMatchObject({ fault: { kind: 'unreadable' } })
})

test('where nobody listens there is no chain', async () => {
  const place = await chainThatSays(undefined)
  server!.close()
  await expect(probe(place)).rejects.toMatchObject({ fault: { kind: 'unreachable' } })
})

test('a chain that says nothing is given up with its signal', async () => {
  await expect(probe(await chainThatSays(undefined), AbortSignal.timeout(50))).rejects.toThrow()
})
