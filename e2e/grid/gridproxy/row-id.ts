import { createHash } from 'node:crypto'

/** An id as the indexer behind GridProxy makes them: it says nothing, only it differs. Ordered by its numbers. */
export function rowId(kind: 'node' | 'ip', first: number, second: number): string {
  const tail = createHash('md5').update(`${kind} ${first} ${second}`).digest('hex').slice(0, 5)
  return `${String(first).padStart(10, '0')}-${String(second).padStart(6, '0')}-${tail}`
}
