import { expect, test, vi } from 'vitest'
import { loadConfig, readConfig, readNetworks } from './config.ts'

const local = {
  id: 'local',
  name: 'Local grid',
  gridproxy: 'http://127.0.0.1:4700/gridproxy/',
  chain: 'ws://127.0.0.1:4700/chain',
  relay: 'ws://127.0.0.1:4700/relay',
  kyc: 'http://127.0.0.1:4700/kyc',
  activation: 'http://127.0.0.1:4700/activation',
}
const withLocal = (change: object) => JSON.stringify({ networks: [{ ...local, ...change }] })

test('addresses lose the slash at their end, so that paths can follow', () => {
  expect(readConfig(withLocal({})).networks[0]!.gridproxy).toBe('http://127.0.0.1:4700/gridproxy')
})

test.each([
  ['no JSON', '{"networks":', /^config\.json: it is not JSON/],
  ['another shape', '[]', /should be an object/],
  ['a member of another type', withLocal({ name: 7 }), /networks\[0\]\.name should be a string, got 7/],
  ['a missing member', withLocal({ relay: undefined }), /networks\[0\]\.relay should be a string, got nothing/],
  [
    'a wrong protocol',
    withLocal({ chain: 'http://x' }),
    /networks\[0\]\.chain .*ws:\/\/ or wss:\/\/, got "http:\/\/x"/,
  ],
  ['no address', withLocal({ kyc: 'x' }), /networks\[0\]\.kyc should be an address .* got "x"/],
  ['an id with spaces', withLocal({ id: 'my grid' }), /networks\[0\]\.id should be small letters/],
  ['an id twice', JSON.stringify({ networks: [local, local] }), /networks should name each id once/],
])('%s is named with what stood there', (_, text, said) => {
  expect(() => readConfig(text)).toThrow(said)
})

const answerWith = (response: () => Response) => vi.stubGlobal('fetch', async () => response())

test('a site without a config.json is none the worse', async () => {
  answerWith(() => new Response('', { status: 404 }))
  expect(await loadConfig('/config.json')).toBeUndefined()
  answerWith(() => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }))
  expect(await loadConfig('/config.json')).toBeUndefined()
})

test('a host that fails to send it is told of', async () => {
  answerWith(() => new Response('', { status: 500, statusText: 'Oops' }))
  await expect(loadConfig('/config.json')).rejects.toThrow('config.json: HTTP 500 Oops')
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError()))
  await expect(loadConfig('/config.json')).rejects.toMatchObject({ fault: { kind: 'unreachable' } })
})

test('a good one is read', async () => {
  answerWith(() => new Response('{"defaultNetwork":"main"}'))
  expect(await loadConfig('/config.json')).toEqual({ defaultNetwork: 'main', networks: [] })
})

test('networks kept in a browser are read, or none of them', () => {
  const { second, ...kept } = {
    ...local,
    second: { gridproxy: 'http://b/', chain: 'ws://b', relay: 'ws://b' },
    added: true,
  }
  expect(readNetworks(JSON.stringify([kept]))).toMatchObject([{ id: 'local', relay: 'ws://127.0.0.1:4700/relay' }])
  expect(readNetworks(JSON.stringify([{ ...kept, second }]))[0]!.second?.gridproxy).toBe('http://b')
  expect(readNetworks('[{}]')).toEqual([])
  expect(readNetworks('{')).toEqual([])
})
