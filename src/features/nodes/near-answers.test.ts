import { expect, test } from 'vitest'
import type { Node } from '#domain/node.ts'
import { bytes, gib } from '#domain/units.ts'
import { nearQuestions } from './near-answers.ts'

const node = (country: string, freeMemoryGiB = 0): Node => {
  const total = { cru: 8, mru: gib(freeMemoryGiB), sru: bytes(0), hru: bytes(0) }
  return { country, total, used: { cru: 0, mru: bytes(0), sru: bytes(0), hru: bytes(0) } } as Node
}
const page = (nodes: Node[], count = nodes.length) => ({ nodes, count, problems: [] })

test('what one country lacks is told of others, the one with the most first', () => {
  const [elsewhere] = nearQuestions({ freeMemoryGiB: 64, country: 'Belgium', region: 'Europe', page: 1 })
  expect(elsewhere!.filter).toMatchObject({ country: undefined, region: undefined, freeMemory: gib(64), page: 1 })
  const nodes = [node('France'), node('Germany'), node('Germany')]
  expect(elsewhere!.read(page(nodes))).toEqual([
    { words: '2 have it in Germany', search: { freeMemoryGiB: 64, country: 'Germany' } },
    { words: '1 has it in France', search: { freeMemoryGiB: 64, country: 'France' } },
  ])
  expect(elsewhere!.read(page([]))).toEqual([])
})

test('who has nothing in particular is only counted', () => {
  const [elsewhere] = nearQuestions({ status: ['up'], country: 'Atlantis' })
  expect(elsewhere!.read(page([node('France')]))[0]!.words).toBe('1 in France')
})

test('more than were asked for are counted, not told apart', () => {
  const [elsewhere] = nearQuestions({ gpu: true, country: 'Belgium' })
  expect(elsewhere!.read(page([node('France')], 1431))).toEqual([
    { words: '1,431 have it elsewhere', search: { gpu: true } },
  ])
})

test('the most that there is of an amount is told, rounded down so that its node is found', () => {
  const [less] = nearQuestions({ freeMemoryGiB: 64 })
  expect(less!.filter).toMatchObject({ freeMemory: undefined, sort: 'total_mru', order: 'desc' })
  expect(less!.read(page([node('A', 48.7), node('B', 48.2), node('C', 16)]))).toEqual([
    { words: '2 have 48 GiB of memory free', search: { freeMemoryGiB: 48 } },
  ])
  expect(less!.read(page([node('A', 0.5)]))).toEqual([
    { words: '1 has 512 MiB of memory free', search: { freeMemoryGiB: 0.5 } },
  ])
  expect(less!.read(page([node('A', 48)], 400))[0]!.words).toBe('Some have 48 GiB of memory free')
  expect(less!.read(page([node('A', 48), node('B', 16)], 400))[0]!.words).toBe('1 has 48 GiB of memory free')
  expect(less!.read(page([node('A', -3)]))).toEqual([])
})

test('every other part is counted without it, in words of its own', () => {
  const [first, second] = nearQuestions({ status: ['up'], gpu: true })
  expect(first!.read(page([], 7))).toEqual([{ words: '7 in other states', search: { gpu: true } }])
  expect(second!.read(page([], 1200))).toEqual([{ words: '1,200 without a GPU', search: { status: ['up'] } }])
  expect(second!.read(page([]))).toEqual([])
})

test('five questions at most are asked, and none of a place alone', () => {
  const all = { gpu: true as const, ipv4: true, domain: true, certified: true, rented: true, healthy: true, cores: 8 }
  expect(nearQuestions({ ...all, country: 'Belgium' })).toHaveLength(5)
  expect(nearQuestions({ country: 'Atlantis' })).toEqual([])
})
