import { expect, test } from 'vitest'
import { Dice } from '../world/dice.ts'
import { select, type Key } from './selection.ts'

type Row = { id: number; key: Key; mine: boolean }

const dice = new Dice(5)
const rows: Row[] = Array.from({ length: 900 }, (_, id) => ({
  id,
  key: dice.chance(0.1) ? undefined : dice.whole(1, 40),
  mine: dice.chance(0.05),
}))
const rank = (row: Row, descending: boolean) =>
  (row.key === undefined ? Infinity : Number(row.key)) * (descending ? -1 : 1)
const sorted = (descending: boolean, mineFirst: boolean) =>
  rows.toSorted(
    (a, b) =>
      (mineFirst ? Number(b.mine) - Number(a.mine) : 0) ||
      (rank(a, descending) < rank(b, descending) ? -1 : rank(a, descending) > rank(b, descending) ? 1 : 0) ||
      a.id - b.id,
  )

test.each([0, 1, 50, 225, 899, 900, 5000])('the first %i rows are those of the whole list in order', (count) => {
  for (const descending of [false, true])
    for (const mineFirst of [false, true]) {
      const order = { key: ({ key }: Row) => key, descending, first: mineFirst ? ({ mine }: Row) => mine : undefined }
      expect(select(rows, count, order)).toEqual(sorted(descending, mineFirst).slice(0, count))
    }
})
