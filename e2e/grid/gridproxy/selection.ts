/** What rows are ordered by. `undefined` is SQL's null: last when ascending, first when descending. */
export type Key = number | string | undefined

/** `first` come before all others. Rows with equal keys stay in the order in which they came. */
export type Order<Row> = { key: (row: Row) => Key; descending: boolean; first?: (row: Row) => boolean }

type Candidate<Row> = { row: Row; at: number; key: Key; late: boolean }

const compare = (a: Key, b: Key): number => {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a < b ? -1 : 1
}

/**
 * The first `count` rows in that order. A page wants few of many, so whatever can no longer be among them is dropped on
 * the way, and only those that are left are sorted.
 */
export function select<Row>(rows: Row[], count: number, { key, descending, first }: Order<Row>): Row[] {
  const sign = descending ? -1 : 1
  const order = (a: Candidate<Row>, b: Candidate<Row>) =>
    Number(a.late) - Number(b.late) || sign * compare(a.key, b.key) || a.at - b.at
  let best: Candidate<Row>[] = []
  let worst: Candidate<Row> | undefined
  const prune = () => {
    best.sort(order)
    best = best.slice(0, count)
  }
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    const keyed = key(row)
    const late = first !== undefined && !first(row)
    // Nothing is made for a row that is dropped, which of a long list nearly all are. One as good as the worst came later.
    if (worst && (Number(late) - Number(worst.late) || sign * compare(keyed, worst.key)) >= 0) continue
    best.push({ row, at, key: keyed, late })
    if (best.length < 4 * count) continue
    prune()
    worst = best.at(-1)
  }
  prune()
  return best.map(({ row }) => row)
}
