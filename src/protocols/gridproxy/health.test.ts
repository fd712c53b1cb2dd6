import { afterEach, expect, test, vi } from 'vitest'
import { probeKyc } from '#protocols/kyc/health.ts'
import { probeRelay } from '#protocols/rmb/health.ts'
import { probeGridproxy } from './health.ts'

const { signal } = new AbortController()
const answerWith = (body: unknown, status = 200) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(JSON.stringify(body), { status })),
  )
afterEach(() => vi.unstubAllGlobals())

test('a proxy that reads its data is well', async () => {
  answerWith({ total_state_ok: true, db_conn: 'ok', rmb_conn: 'ok' })
  await expect(probeGridproxy('https://p', signal)).resolves.toBeUndefined()
})

test('a proxy that has lost its database is not, though it answers 200', async () => {
  answerWith({ total_state_ok: false, db_conn: 'connection refused' })
  await expect(probeGridproxy('https://p', signal)).rejects.toThrow('its database says connection refused')
})

test.each([
  [{ result: { status: 'Healthy' } }, 200, undefined],
  [{ result: { status: 'Degraded' } }, 200, /Degraded/],
  [{ error: 'down' }, 503, /HTTP 503/],
  [{ status: 'Healthy' }, 200, /result should be an object/],
])('an identity service that answers %o with %i', async (body, status, problem) => {
  answerWith(body, status)
  const probed = probeKyc('https://k', signal)
  await (problem ? expect(probed).rejects.toThrow(problem) : expect(probed).resolves.toBeUndefined())
})

test('an identity service that sends a page is none', async () => {
  vi.stubGlobal('fetch', async () => new Response('<!doctype html>'))
  await expect(probeKyc('https://k', signal)).rejects.toThrow('it is not JSON')
})

test('a relay is asked over http for the page it has for everyone; any answer will do', async () => {
  answerWith('not found', 404)
  await probeRelay('wss://relay.grid.tf', signal)
  expect(fetch).toHaveBeenCalledWith('https://relay.grid.tf/metrics', expect.objectContaining({ mode: 'no-cors' }))
})

test('a relay that nobody answers for cannot be reached', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError()))
  await expect(probeRelay('wss://r', signal)).rejects.toMatchObject({ fault: { kind: 'unreachable' } })
})
