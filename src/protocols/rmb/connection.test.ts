import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Connection, type RelayState } from './connection.ts'

/** As much of a socket as a connection uses. */
class FakeSocket {
  readonly OPEN = 1
  readyState = 1
  readonly sent: Uint8Array[] = []
  onclose: (() => void) | undefined
  hear: (bytes: Uint8Array) => void

  constructor(hear: (bytes: Uint8Array) => void) {
    this.hear = hear
  }
  send(bytes: Uint8Array) {
    this.sent.push(bytes)
  }
  close() {
    this.onclose?.()
  }
}

const ping = new Uint8Array([9])
let sockets: FakeSocket[]
let isReachable: boolean
let attempts: number
let states: RelayState[]
let connection: Connection

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0)
  sockets = []
  states = []
  attempts = 0
  isReachable = true
  connection = new Connection({
    open: async (hear) => {
      attempts++
      if (!isReachable) throw new Error('nobody there')
      const socket = new FakeSocket(hear)
      sockets.push(socket)
      return socket as unknown as WebSocket
    },
    receive: () => {},
    ping: () => ping,
  })
  connection.onState((state) => states.push(state))
})

afterEach(() => {
  connection.close()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('it opens when first needed, once for all who need it', async () => {
  expect(attempts).toBe(0)
  const [one, other] = await Promise.all([connection.ready(), connection.ready()])
  expect(one).toBe(other)
  expect(await connection.ready()).toBe(one)
  expect(attempts).toBe(1)
  expect(states).toEqual(['idle', 'connecting', 'open'])
})

test('a relay that answers pings is kept; one silent for 40 s is left for a new socket', async () => {
  await connection.ready()
  for (let i = 0; i < 10; i++) {
    await vi.advanceTimersByTimeAsync(20_000)
    sockets[0]!.hear(ping)
  }
  expect(sockets[0]!.sent).toHaveLength(10)
  expect(sockets).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(40_000)
  expect(states.at(-1)).toBe('lost')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sockets).toHaveLength(2)
  expect(states.at(-1)).toBe('open')
})

test('pauses between attempts double up to 30 s and start over once the relay speaks', async () => {
  await connection.ready()
  isReachable = false
  sockets[0]!.close()
  for (const [i, pauseMs] of [1_000, 2_000, 4_000, 8_000, 15_000, 15_000].entries()) {
    await vi.advanceTimersByTimeAsync(pauseMs - 1)
    expect(attempts).toBe(1 + i)
    await vi.advanceTimersByTimeAsync(1)
    expect(attempts).toBe(2 + i)
  }
  isReachable = true
  await vi.advanceTimersByTimeAsync(30_000)
  sockets[1]!.hear(ping)
  sockets[1]!.close()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sockets).toHaveLength(3)
})

test('a relay that closes every socket it opens is not hammered', async () => {
  await connection.ready()
  sockets[0]!.close()
  await vi.advanceTimersByTimeAsync(1_000)
  sockets[1]!.close()
  await vi.advanceTimersByTimeAsync(1_999)
  expect(sockets).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(sockets).toHaveLength(3)
})

test('who needs it during a pause does not wait for its end, and hears why it failed', async () => {
  isReachable = false
  await expect(connection.ready()).rejects.toThrow('nobody there')
  await expect(connection.ready()).rejects.toThrow('nobody there')
  isReachable = true
  await connection.ready()
  expect(attempts).toBe(3)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(attempts).toBe(3)
})

test('no pause is shorter than 1 s or longer than 30 s, and clients of one relay do not all come at once', async () => {
  vi.mocked(Math.random).mockReturnValue(1)
  await connection.ready()
  isReachable = false
  sockets[0]!.close()
  for (const [i, pauseMs] of [2_000, 4_000, 8_000, 16_000, 30_000, 30_000].entries()) {
    await vi.advanceTimersByTimeAsync(pauseMs - 1)
    expect(attempts).toBe(1 + i)
    await vi.advanceTimersByTimeAsync(1)
    expect(attempts).toBe(2 + i)
  }
})

test('woken during a pause, it tries again at once', async () => {
  await connection.ready()
  sockets[0]!.close()
  connection.wake()
  await vi.advanceTimersByTimeAsync(0)
  expect(states.at(-1)).toBe('open')
  expect(sockets).toHaveLength(2)
})

test('woken with a socket that lives, it keeps it', async () => {
  await connection.ready()
  await vi.advanceTimersByTimeAsync(100)
  connection.wake()
  await vi.advanceTimersByTimeAsync(4_000)
  sockets[0]!.hear(ping)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sockets).toHaveLength(1)
})

test('woken with a socket that died unnoticed, it has another within seconds', async () => {
  await connection.ready()
  await vi.advanceTimersByTimeAsync(100)
  connection.wake()
  expect(sockets[0]!.sent).toEqual([ping])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(states.at(-1)).toBe('lost')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(states.at(-1)).toBe('open')
  expect(sockets).toHaveLength(2)
})

test('woken before it was needed, or after it was closed, it does nothing', async () => {
  connection.wake()
  expect(states).toEqual(['idle'])
  connection.close()
  connection.wake()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(attempts).toBe(0)
})

test('it wakes by itself when the browser says that it is online again', async () => {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  const open = vi.fn(async () => Promise.reject(new Error('offline')))
  const own = new Connection({ open, receive: () => {}, ping: () => ping })
  await own.ready().catch(() => undefined)
  page.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(0)
  expect(open).toHaveBeenCalledTimes(2)
  own.close()
  page.dispatchEvent(new Event('online'))
  expect(open).toHaveBeenCalledTimes(2)
  vi.unstubAllGlobals()
})

test('a socket that is closing already is not used any more', async () => {
  await connection.ready()
  sockets[0]!.readyState = 2
  expect(connection.socket).toBeUndefined()
  expect(connection.state).toBe('lost')
  await connection.ready()
  expect(sockets).toHaveLength(2)
})

test('once closed it stays closed', async () => {
  await connection.ready()
  connection.close()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(attempts).toBe(1)
  expect(states.at(-1)).toBe('closed')
  await expect(connection.ready()).rejects.toThrow('closed')
})

test('closed while opening, it keeps no socket', async () => {
  const ready = connection.ready()
  connection.close()
  const closed = vi.fn()
  sockets[0]!.close = closed
  await ready
  expect(closed).toHaveBeenCalled()
  expect(states.at(-1)).toBe('closed')
})

test('a listener that left hears no more', async () => {
  const heard: RelayState[] = []
  connection.onState((state) => heard.push(state))()
  await connection.ready()
  expect(heard).toEqual(['idle'])
})
