/** What stands in an editor, and what of it is selected. */
export type Typed = { text: string; start: number; end: number }

/** A change as the browser makes it, so that it can be undone: the text that takes the place of a part. */
export type Edit = { from: number; to: number; insert: string; select: [from: number, to: number] }

const step = '  '

/** Two spaces at the caret, or before every selected line. */
export function indent({ text, start, end }: Typed): Edit {
  if (start === end) return { from: start, to: end, insert: step, select: [start + step.length, start + step.length] }
  return eachLine({ text, start, end }, (line) => (line === '' ? line : step + line))
}

/** Takes up to two spaces from the beginning of every selected line; `undefined` when none begins with one. */
export function outdent(typed: Typed): Edit | undefined {
  const edit = eachLine(typed, (line) => line.replace(/^ {1,2}/, ''))
  return edit.insert.length === edit.to - edit.from ? undefined : edit
}

/** A new line that begins below the one it came from, one step further in where that one opens something. */
export function newLine({ text, start, end }: Typed): Edit {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const spaces = /^ */.exec(line)![0]
  const insert = `\n${spaces}${/[[{:]\s*$/.test(line) ? step : ''}`
  return { from: start, to: end, insert, select: [start + insert.length, start + insert.length] }
}

function eachLine({ text, start, end }: Typed, change: (line: string) => string): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const stop = text.indexOf('\n', Math.max(start, end - 1))
  const to = stop === -1 ? text.length : stop
  const insert = text.slice(from, to).split('\n').map(change).join('\n')
  return { from, to, insert, select: [from, from + insert.length] }
}
