import type { Node } from '#domain/node.ts'

export type Point = { x: number; y: number }
/** The part of the map that is seen, in the map's own units. */
export type Frame = Point & { width: number; height: number }
export type Placed = Point & { node: Node }
/** Nodes that lie too close together to be told apart; `x` and `y` are their middle. */
export type Cluster = Point & { nodes: Node[] }

/** Joins nodes to the first cluster whose middle is nearer than `distance`. */
export function clustersOf(placed: readonly Placed[], distance: number): Cluster[] {
  const clusters: Cluster[] = []
  for (const { x, y, node } of placed) {
    const near = clusters.find((one) => Math.hypot(one.x - x, one.y - y) < distance)
    if (!near) {
      clusters.push({ x, y, nodes: [node] })
      continue
    }
    const n = near.nodes.push(node)
    near.x += (x - near.x) / n
    near.y += (y - near.y) / n
  }
  return clusters
}

/** Less than this, and the outlines of countries tell nothing any more. */
const smallestWidth = 24

/**
 * The part of a map of `whole` size with all these points in it, some room around them, and the shape of the window
 * (`aspect`: its width for a height of 1).
 */
export function frameAround(points: readonly Point[], whole: { width: number; height: number }, aspect: number): Frame {
  const xs = points.length === 0 ? [0, whole.width] : points.map(({ x }) => x)
  const ys = points.length === 0 ? [0, whole.height] : points.map(({ y }) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const widest = Math.max(whole.width, whole.height * aspect)
  const wanted = Math.max((right - left) * 1.25, (bottom - top) * 1.25 * aspect, smallestWidth)
  const width = Math.min(wanted, widest)
  const height = width / aspect
  return { x: (left + right) / 2 - width / 2, y: (top + bottom) / 2 - height / 2, width, height }
}

/** Where they are, in a few words: `Ghent, Belgium`, `Belgium`, `Belgium, Germany and 2 more countries`. */
export function placeWords(nodes: readonly Node[]): string {
  const countries = [...new Set(nodes.map(({ country }) => country))]
  const cities = new Set(nodes.map(({ city }) => city))
  const [first, second, ...more] = countries
  const [city] = cities
  if (second === undefined)
    return cities.size === 1 && city !== '' && city !== 'Unknown' ? `${city}, ${first}` : `${first}`
  if (more.length === 0) return `${first} and ${second}`
  return `${first}, ${second} and ${more.length} more ${more.length === 1 ? 'country' : 'countries'}`
}
