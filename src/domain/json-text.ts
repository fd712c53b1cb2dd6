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
