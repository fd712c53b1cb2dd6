/** Texts, marks, and what stands between them: numbers and words. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g

/**
 * JSON on many lines, every number as it was written: JavaScript's own would round those above 2^53.
 *
 * `{"id":18446744073709551615}` comes out as three lines with all its digits.
 */
export function indentJson(text: string): string {
  const found = text.match(tokens) ?? []
  let out = ''
  let depth = 0
  const line = () => `\n${'  '.repeat(depth)}`
  for (const [i, token] of found.entries()) {
    if (token === '{' || token === '[') {
      depth++
      out += isEnd(found[i + 1]) ? token : token + line()
    } else if (isEnd(token)) {
      depth--
      out += isStart(found[i - 1]) ? token : line() + token
    } else if (token === ',') out += token + line()
    else out += token === ':' ? ': ' : token
  }
  return out
}

const isStart = (token: string | undefined) => token === '{' || token === '['
const isEnd = (token: string | undefined) => token === '}' || token === ']'

/** JSON on one line, of a value whose big integers keep all their digits: JavaScript's own refuses them. */
export function exactJson(value: unknown): string {
  if (typeof value === 'bigint') return String(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(exactJson).join(',')}]`
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${exactJson(member)}`).join(',')}}`
}

/** What JSON says, as `JSON.parse` reads it, but for whole numbers past 2^53: those are `bigint`, with all their digits. */
export function readJson(text: string): unknown {
  const rounded: unknown = JSON.parse(text)
  return /\d{16}/.test(text) ? exactly(text.match(tokens)!) : rounded
}

/** @param found the tokens of what is known to be JSON */
function exactly(found: readonly string[]): unknown {
  let at = 0
  const items = <T>(item: () => T): T[] => {
    const read: T[] = []
    while (!isEnd(found[at])) {
      if (found[at] === ',') at++
      read.push(item())
    }
    at++
    return read
  }
  const member = (): [string, unknown] => {
    const name = JSON.parse(found[at]!) as string
    at += 2 // Past the colon too.
    return [name, value()]
  }
  const value = (): unknown => {
    const token = found[at++]!
    if (token === '{') return Object.fromEntries(items(member))
    if (token === '[') return items(value)
    const read: unknown = JSON.parse(token)
    return /^-?\d+$/.test(token) && !Number.isSafeInteger(read) ? BigInt(token) : read
  }
  return value()
}
