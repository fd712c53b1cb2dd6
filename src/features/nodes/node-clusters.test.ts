import { expect, test } from 'vitest'
import type { Node } from '#domain/node.ts'
import { clustersOf, frameAround, placeWords } from './node-clusters.ts'

const at = (country: string, city = '', id = 1) => ({ id, country, city }) as Node
const world = { width: 960, height: 430 }

test('nodes nearer than the distance are one cluster in their middle; the others stand alone', () => {
  const [a, b, c] = [at('Belgium', '', 1), at('Belgium', '', 2), at('Egypt', '', 3)]
  const placed = [
    { x: 10, y: 10, node: a },
    { x: 14, y: 10, node: b },
    { x: 90, y: 10, node: c },
  ]
  expect(clustersOf(placed, 8)).toEqual([
    { x: 12, y: 10, nodes: [a, b] },
    { x: 90, y: 10, nodes: [c] },
  ])
  expect(clustersOf(placed, 1)).toHaveLength(3)
  expect(clustersOf([], 8)).toEqual([])
})

test('the map shows where the nodes are, in the shape of the window, and never closer than its outlines bear', () => {
  expect(
    frameAround(
      [
        { x: 100, y: 50 },
        { x: 180, y: 50 },
      ],
      world,
      2,
    ),
  ).toEqual({ x: 90, y: 25, width: 100, height: 50 })
  expect(frameAround([{ x: 100, y: 50 }], world, 2)).toMatchObject({ width: 24, height: 12 })
})

test('the map never shows more than the world', () => {
  expect(frameAround([], world, 960 / 430)).toEqual({ x: 0, y: 0, width: 960, height: 430 })
  expect(
    frameAround(
      [
        { x: 0, y: 0 },
        { x: 960, y: 430 },
      ],
      world,
      1,
    ),
  ).toMatchObject({ width: 960, height: 960 })
})

test.each([
  [[at('Belgium', 'Ghent'), at('Belgium', 'Ghent')], 'Ghent, Belgium'],
  [[at('Belgium', 'Ghent'), at('Belgium', 'Liège')], 'Belgium'],
  [[at('Belgium', 'Unknown')], 'Belgium'],
  [[at('Belgium'), at('Germany')], 'Belgium and Germany'],
  [[at('Belgium'), at('Germany'), at('France')], 'Belgium, Germany and 1 more country'],
  [[at('Belgium'), at('Germany'), at('France'), at('Spain')], 'Belgium, Germany and 2 more countries'],
])('%# the place of several nodes is told in a few words', (nodes, words) => {
  expect(placeWords(nodes)).toBe(words)
})
