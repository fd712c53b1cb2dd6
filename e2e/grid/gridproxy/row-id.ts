/** An id as the indexer behind GridProxy makes them: it says nothing, only it differs. Ordered by its numbers. */
export function rowId(kind: 'node' | 'ip', first: number, second: number): string {
  const seed = first * 1000 + second * 2 + Number(kind === 'ip')
  const tail = (Math.imul(seed, 0x9e3779b1) >>> 12).toString(16).padStart(5, '0')
  return `${String(first).padStart(10, '0')}-${String(second).padStart(6, '0')}-${tail}`
}
