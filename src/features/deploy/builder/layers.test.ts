import { expect, test } from 'vitest'
import { layered } from './layers.ts'

test('what is used stands below all that use it', () => {
  // 0 gateway → 1 machine → 2 network, 3 disk; 4 logs → 1
  const { layers } = layered(5, [
    [0, 1],
    [1, 2],
    [1, 3],
    [4, 1],
  ])
  expect(layers.map((layer) => layer.toSorted())).toEqual([[0, 4], [1], [2, 3]])
})

test('an edge over several layers bends in each between', () => {
  // The gateway uses the machine and its network.
  const { layers, bends } = layered(3, [
    [0, 1],
    [1, 2],
    [0, 2],
  ])
  expect(bends).toEqual([[0, 2]])
  expect(layers[1]).toContain(-1)
  expect(layers[2]).toEqual([2])
})

test('two machines and what is theirs stand apart', () => {
  const { layers } = layered(6, [
    [0, 3],
    [1, 2],
    [0, 5],
    [1, 4],
  ])
  const [top, below] = layers as [number[], number[]]
  const sides = below.map((one) => (one === 3 || one === 5 ? 0 : 1))
  expect(sides).toEqual(top[0] === 0 ? [0, 0, 1, 1] : [1, 1, 0, 0])
})

test('a round is drawn too, and so is nothing', () => {
  expect(
    layered(2, [
      [0, 1],
      [1, 0],
    ])
      .layers.flat()
      .filter((one) => one >= 0),
  ).toHaveLength(2)
  expect(layered(0, [])).toEqual({ layers: [[]], bends: [] })
})
