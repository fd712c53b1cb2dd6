import { expect, test } from 'vitest'
import { WireError } from '#protocols/fault.ts'
import { flatten, revive } from './fault-transfer.ts'

test('a fault crosses from the worker whole', () => {
  const fault = { kind: 'refused', where: 'Node 7', reason: 'function is not found' } as const
  expect(revive(structuredClone(flatten(new WireError(fault))))).toEqual(new WireError(fault))
})

test('another error keeps its name and text', () => {
  expect(revive(structuredClone(flatten(new TypeError('no such thing'))))).toMatchObject({
    name: 'TypeError',
    message: 'no such thing',
  })
})

test('a thrown object crosses as text alone, so that nothing it holds leaves the worker', () => {
  expect(flatten({ secret: 'phrase' })).toEqual({ message: '[object Object]', name: 'Error' })
})
