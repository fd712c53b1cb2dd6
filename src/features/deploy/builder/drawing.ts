import { placed, sameSpot, type Placed, type Plan } from '#domain/plan/plan.ts'
import { references } from '#domain/plan/references.ts'
import { layered, type Edge } from './layers.ts'

/** A plan as it is drawn, in CSS pixels: boxes in layers, users above what they use, and lines between them. */
export type Drawing = { width: number; height: number; boxes: Box[]; lines: Line[] }
/** `layer` 0 is the top. */
export type Box = Placed & { x: number; y: number; width: number; layer: number }
/** `path` is SVG's. */
type Line = { from: number; to: number; path: string }

export const boxHeight = 26
const layerStep = 58
const gap = 8
const bendWidth = 6
/** Room for the icon, the glyph and about 20 letters. */
const boxWidth = (name: string) => Math.min(190, Math.max(72, 50 + 7 * name.length))

export function draw(plan: Plan): Drawing {
  const all = placed(plan)
  const indexOf = (at: Placed['at']) => all.findIndex((one) => sameSpot(one.at, at))
  const edges = unique(references(plan).map(({ from, to }): Edge => [indexOf(from), indexOf(to)]))
  const { layers, bends } = layered(all.length, edges)
  const widthOf = (one: number) => (one < 0 ? bendWidth : boxWidth(all[one]!.workload.name))
  const rowWidth = (row: number[]) => row.reduce((sum, one) => sum + widthOf(one) + gap, -gap)
  const width = Math.max(0, ...layers.map(rowWidth))
  const corner = new Map<number, { x: number; y: number }>()
  layers.forEach((row, layer) => {
    let x = (width - rowWidth(row)) / 2
    for (const one of row) {
      corner.set(one, { x, y: layer * layerStep })
      x += widthOf(one) + gap
    }
  })
  const middle = (one: number) => corner.get(one)!.x + widthOf(one) / 2
  const top = (one: number) => corner.get(one)!.y
  const path = (edge: Edge) => {
    const stops = bends.flatMap((bent, i) => (bent === edge ? [-1 - i] : []))
    const [from, to] = edge
    return [from, ...stops]
      .map((stop, i) => {
        const next = [...stops, to][i]!
        const [x, y, x2, y2] = [middle(stop), top(stop) + boxHeight, middle(next), top(next)]
        const through = next < 0 ? `V${y2 + boxHeight}` : ''
        return `M${x} ${y}C${x} ${(y + y2) / 2} ${x2} ${(y + y2) / 2} ${x2} ${y2}${through}`
      })
      .join('')
  }
  return {
    width,
    height: (layers.length - 1) * layerStep + boxHeight,
    boxes: all.map((one, i) => ({
      ...one,
      ...corner.get(i)!,
      width: widthOf(i),
      layer: layers.findIndex((row) => row.includes(i)),
    })),
    lines: edges.map((edge) => ({ from: edge[0], to: edge[1], path: path(edge) })),
  }
}

const unique = (edges: Edge[]): Edge[] =>
  edges.filter(([from, to], i) => edges.findIndex(([a, b]) => a === from && b === to) === i)

/**
 * The box that an arrow key leads to: down to what a box uses, up to who uses it, and sideways along its layer;
 * `undefined` where there is none.
 */
export function boxBeside({ boxes, lines }: Drawing, i: number, key: string): number | undefined {
  const here = boxes[i]!
  const centre = (one: number) => boxes[one]!.x + boxes[one]!.width / 2
  const nearest = (ones: number[]) =>
    ones.toSorted((a, b) => Math.abs(centre(a) - centre(i)) - Math.abs(centre(b) - centre(i)))[0]
  const inLayer = boxes.flatMap(({ layer }, one) => (layer === here.layer ? one : []))
  switch (key) {
    case 'ArrowDown':
      return nearest(lines.flatMap(({ from, to }) => (from === i ? to : [])))
    case 'ArrowUp':
      return nearest(lines.flatMap(({ from, to }) => (to === i ? from : [])))
    case 'ArrowLeft':
      return nearest(inLayer.filter((one) => centre(one) < centre(i)))
    case 'ArrowRight':
      return nearest(inLayer.filter((one) => centre(one) > centre(i)))
    default:
      return undefined
  }
}
