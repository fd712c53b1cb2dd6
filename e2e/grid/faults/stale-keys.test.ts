import { expect, test } from 'vitest'
import { StaleKeys } from './stale-keys.ts'

const key = (byte: number) => new Uint8Array(33).fill(byte)
const twin = (pk: Uint8Array | null) => ({ id: 1, account: new Uint8Array(32), relay: '127.0.0.1', pk })
const stored = (pk: Uint8Array | null) => ({ kind: 'twin-stored' as const, twin: twin(pk) })

test('a stale key is the one before the present one, however often that was stored', () => {
  const keys = new StaleKeys([twin(key(1))])
  keys.follow(stored(key(2)))
  keys.follow(stored(key(2)))
  expect(keys.stale(twin(key(2))).pk).toEqual(key(1))
  keys.follow(stored(key(3)))
  expect(keys.stale(twin(key(3))).pk).toEqual(key(2))
})

test('a key that never changed is stale as one that nobody has', () => {
  const { pk } = new StaleKeys([twin(key(1))]).stale(twin(key(1)))
  expect(pk).toHaveLength(33)
  expect(pk).not.toEqual(key(1))
})

test('a twin that had no key before is answered in the clear', () => {
  const keys = new StaleKeys([twin(null)])
  keys.follow(stored(key(1)))
  expect(keys.stale(twin(key(1))).pk).toBeNull()
})
