import { afterAll, beforeAll, expect, test } from 'vitest'
import { alice, bob, call, query, send, startTestChain, type TestChain } from './test-chain.ts'

let grid: TestChain
beforeAll(async () => {
  grid = await startTestChain()
})
afterAll(() => grid.stop())

const set = (key: string, value: string) => call(grid.api, 'tfkvStore', 'set', key, value)
const remove = (key: string) => call(grid.api, 'tfkvStore', 'delete', key)
const store = () => grid.api.query.tfkvStore!.tfkvStore!
const hex = (text: string) => `0x${Buffer.from(text).toString('hex')}`

test('an entry is read, listed and taken away by its owner alone', async () => {
  const outcome = await send(grid.api, set('greeting', 'hello'), alice)
  expect(outcome.fields('tfkvStore.EntrySet')).toEqual([alice.address, hex('greeting'), hex('hello')])
  await send(grid.api, set('other', 'x'), bob)
  expect(await query(grid.api, 'tfkvStore', 'tfkvStore', alice.address, 'greeting')).toBe(hex('hello'))

  const keys = await store().keys(alice.address)
  expect(keys.map(({ args }) => args.map(String))).toEqual([[alice.address, hex('greeting')]])
  const entries = await store().entries(alice.address)
  expect(entries.map(([, value]) => value.toJSON())).toEqual([hex('hello')])

  expect((await send(grid.api, remove('greeting'), bob)).error).toBe('tfkvStore.NoValueStored')
  const taken = await send(grid.api, remove('greeting'), alice)
  expect(taken.fields('tfkvStore.EntryTaken')).toEqual([alice.address, hex('greeting'), hex('hello')])
  expect(await store().keys(alice.address)).toEqual([])
})

test('keys and values are bytes, an empty value is one too, and a new value takes the place of the old', async () => {
  await send(grid.api, set('0xff00fe', 'first'), alice)
  await send(grid.api, set('0xff00fe', ''), alice)
  expect(await query(grid.api, 'tfkvStore', 'tfkvStore', alice.address, '0xff00fe')).toBe('0x')
  expect(await store().keys(alice.address)).toHaveLength(1)
  expect((await send(grid.api, remove('0xff00fe'), alice)).error).toBeUndefined()
})

test('keys of 512 bytes and values of 2048 are the longest', async () => {
  expect((await send(grid.api, set('k'.repeat(512), 'v'.repeat(2048)), alice)).error).toBeUndefined()
  expect((await send(grid.api, set('k'.repeat(513), 'v'.repeat(2049)), alice)).error).toBe('tfkvStore.KeyIsTooLarge')
  expect((await send(grid.api, set('k', 'v'.repeat(2049)), alice)).error).toBe('tfkvStore.ValueIsTooLarge')
})
