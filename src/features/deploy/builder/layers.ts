/** Who stands where when users are drawn above what they use. Edges lead from a user to what it uses, by index. */
export type Edge = readonly [from: number, to: number]

/** `layers[0]` is the top. A negative number is a bend of an edge that crosses a layer: `-1 - i` of `bends[i]`. */
export type Layered = { layers: number[][]; bends: Edge[] }

/**
 * Places `count` things in layers: each below all that use it, in an order that crosses few edges, by their middles.
 * A round of users, which no node would take, is cut where it is met.
 */
export function layered(count: number, edges: readonly Edge[]): Layered {
  const depth = depths(count, edges)
  const bends: Edge[] = []
  const layers: number[][] = Array.from({ length: Math.max(0, ...depth) + 1 }, () => [])
  for (let i = 0; i < count; i++) layers[depth[i]!]!.push(i)
  const short: Edge[] = edges.flatMap((edge) => {
    const [from, to] = edge
    const stops = [from]
    for (let at = depth[from]! + 1; at < depth[to]!; at++) {
      bends.push(edge)
      layers[at]!.push(-bends.length)
      stops.push(-bends.length)
    }
    return [...stops, to].slice(1).map((stop, i): Edge => [stops[i]!, stop])
  })
  for (let round = 0; round < 4; round++) {
    for (let at = 1; at < layers.length; at++) layers[at] = byMiddle(layers[at]!, layers[at - 1]!, short, 'above')
    for (let at = layers.length - 2; at >= 0; at--) layers[at] = byMiddle(layers[at]!, layers[at + 1]!, short, 'below')
  }
  return { layers, bends }
}

/** How many users stand above each, on the longest way. */
function depths(count: number, edges: readonly Edge[]): number[] {
  const depth: (number | undefined)[] = Array(count)
  const find = (i: number, above: readonly number[]): number =>
    (depth[i] ??= Math.max(
      0,
      ...edges
        .filter(([from, to]) => to === i && from !== i && !above.includes(from))
        .map(([from]) => find(from, [...above, i]) + 1),
    ))
  return Array.from({ length: count }, (_, i) => find(i, []))
}

/** A layer in the order of the middles of what its members are tied to. Who is tied to nothing stays. */
function byMiddle(layer: number[], other: number[], edges: readonly Edge[], side: 'above' | 'below'): number[] {
  const middle = (one: number, i: number) => {
    const tied = edges.flatMap(([from, to]) => (side === 'above' ? (to === one ? from : []) : from === one ? to : []))
    const places = tied.map((it) => other.indexOf(it)).filter((place) => place !== -1)
    if (places.length === 0) return (i + 0.5) / layer.length
    return (places.reduce((sum, place) => sum + place, 0) / places.length + 0.5) / other.length
  }
  return layer
    .map((one, i) => ({ one, by: middle(one, i) }))
    .sort((a, b) => a.by - b.by)
    .map(({ one }) => one)
}
