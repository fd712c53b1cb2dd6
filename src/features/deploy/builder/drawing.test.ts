import { expect, test } from 'vitest'
import { addNew } from '#domain/plan/new-workload.ts'
import { emptyPlan, type Plan } from '#domain/plan/plan.ts'
import { boxBeside, draw } from './drawing.ts'

const chance = { bytes: (length: number) => new Uint8Array(length).fill(3), number: () => 0.1 }
const add = (plan: Plan, type: Parameters<typeof addNew>[2]) => addNew(plan, 0, type, undefined, chance).plan

/** A gateway to a machine with a disk, an address and a network. */
const shop = (['zmachine', 'zmount', 'ip', 'gateway-name-proxy'] as const).reduce(add, emptyPlan('shop', 'vm'))

test('users are drawn above what they use, within the drawing and apart from each other', () => {
  const { boxes, lines, width } = draw(shop)
  for (const { from, to } of lines) expect(boxes[from]!.y).toBeLessThan(boxes[to]!.y)
  for (const box of boxes) expect(box.x + box.width).toBeLessThanOrEqual(width)
  for (const layer of [0, 1, 2]) {
    const row = boxes.filter((box) => box.layer === layer).toSorted((a, b) => a.x - b.x)
    row.slice(1).forEach((box, i) => expect(box.x).toBeGreaterThan(row[i]!.x + row[i]!.width))
  }
})

test('arrow keys follow the lines', () => {
  const drawing = draw(shop)
  const nameOf = (i: number | undefined) => (i === undefined ? undefined : drawing.boxes[i]!.workload.name)
  const named = (name: string) => drawing.boxes.findIndex(({ workload }) => workload.name === name)
  const press = (from: string, key: string) => nameOf(boxBeside(drawing, named(from), key))

  expect(press('gateway1', 'ArrowDown')).toBe('vm1')
  expect(press('vm1', 'ArrowUp')).toBe('gateway1')
  expect(press('disk1', 'ArrowUp')).toBe('vm1')
  expect(press('gateway1', 'ArrowUp')).toBeUndefined()
  expect(press('gateway1', 'ArrowLeft')).toBeUndefined()
  const [left, middle, right] = ['nwccccc', 'disk1', 'ip1'].toSorted(
    (a, b) => drawing.boxes[named(a)]!.x - drawing.boxes[named(b)]!.x,
  ) as [string, string, string]
  expect(press(left, 'ArrowRight')).toBe(middle)
  expect(press(right, 'ArrowLeft')).toBe(middle)
})

test('an empty plan has an empty drawing', () => {
  expect(draw(emptyPlan('blank', 'vm'))).toMatchObject({ boxes: [], lines: [] })
})
