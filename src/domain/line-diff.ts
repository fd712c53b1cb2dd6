/** A line of two texts held side by side: in both, only in the first (`less`), or only in the second (`more`). */
export type DiffLine = { kind: 'same' | 'less' | 'more'; text: string }

/** What turns one text into another, line by line, with as many lines kept as can be. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  // kept[i][j]: how many lines the rests from i and from j have in common.
  const kept = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      kept[i]![j] = a[i] === b[j] ? kept[i + 1]![j + 1]! + 1 : Math.max(kept[i + 1]![j]!, kept[i]![j + 1]!)
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: 'same', text: a[i++]! })
      j++
    } else if (i < a.length && (j === b.length || kept[i + 1]![j]! >= kept[i]![j + 1]!))
      lines.push({ kind: 'less', text: a[i++]! })
    else lines.push({ kind: 'more', text: b[j++]! })
  }
  return lines
}
