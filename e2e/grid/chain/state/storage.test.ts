import { expect, test } from 'vitest'
import { doubleMap, hash, map, text, u32, value } from './item.ts'
import { Storage } from './storage.ts'

const height = value<number>('Grid', 'Height')
const names = map<string, number>('Grid', 'Names', text)
const pairs = doubleMap<number, string, number>('Grid', 'Pairs', u32, hash)
const hashers: Record<string, string[]> = { Names: ['Blake2_128Concat'], Pairs: ['Twox64Concat', 'Blake2_128Concat'] }

const newStorage = () =>
  new Storage(
    ({ name }) => hashers[name] ?? [],
    ({ name }, wire) => `${name}:${String(wire)}`,
  )

test('each block keeps what was there, under the key that clients use', () => {
  const state = newStorage()
  state.write(pairs, [7, 'a'.repeat(32)], 1)
  state.seal()
  state.write(pairs, [7, 'a'.repeat(32)], 2)
  state.seal()
  state.write(pairs, [7, 'a'.repeat(32)], undefined)
  state.seal()
  const [key] = state.keys('0x', 1)
  expect([0, 1, 2].map((block) => state.encoded(key!, block))).toEqual(['Pairs:1', 'Pairs:2', null])
  expect([0, 1, 2, 3].map((block) => state.changed(key!, block))).toEqual([true, true, true, false])
  expect(state.keys('0x', 2)).toEqual([])
  expect(state.read(pairs, 7, 'a'.repeat(32))).toBeUndefined()
})

test('a rollback takes back writes of any depth, in order', () => {
  const state = newStorage()
  state.write(height, [], 1)
  state.seal()
  const outer = state.mark()
  state.write(height, [], 2)
  const inner = state.mark()
  state.write(height, [], 3)
  state.write(names, ['new'], 1)
  state.rollback(inner)
  expect([state.read(height), state.read(names, 'new')]).toEqual([2, undefined])
  state.rollback(outer)
  expect(state.read(height)).toBe(1)
  expect([...state.values(names)]).toEqual([])
})

test('a key whose hash does not fit holds nothing', () => {
  const state = newStorage()
  state.write(names, ['freefarm'], 1)
  const [key] = state.keys('0x', 0)
  expect(state.encoded(key!, 0)).toBe('Names:1')
  const wrong = key!.slice(0, 70) + (key![70] === '0' ? '1' : '0') + key!.slice(71)
  expect(state.encoded(wrong, 0)).toBeNull()
  expect(state.encoded('0x1234', 0)).toBeNull()
})
