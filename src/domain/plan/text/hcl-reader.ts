/** What stands in a text for Terraform: attributes by name, blocks by their heads. For tests. */
export type Read = { [name: string]: unknown }

const token =
  /\s*(?:(#[^\n]*)|("(?:[^"\\$%]|\\u[0-9a-f]{4}|\\[nrt"\\]|\$\$\{|%%\{|\$\{(?:[^"{}]|"[^"]*")*\}|\$(?!\{)|%(?!\{))*")|(\d+)|([A-Za-z_][\w-]*)|([{}[\](),=.]))/y

/** Reads the part of the language that is written here. @throws Error at what is no part of it */
export function readHcl(text: string): Read {
  const found: string[] = []
  /** Those that no blank stands before. */
  const glued = new Set<number>()
  token.lastIndex = 0
  for (let at = 0; text.slice(at).trim() !== ''; at = token.lastIndex) {
    const match = token.exec(text)
    if (!match) throw new Error(`no token at ${JSON.stringify(text.slice(at, at + 60))}`)
    if (match[1] !== undefined) continue
    if (!/^\s/.test(match[0])) glued.add(found.length)
    found.push(match[0].trim())
  }
  let i = 0
  const take = (wanted?: string) => {
    const one = found[i++]
    if (one === undefined || (wanted !== undefined && one !== wanted))
      throw new Error(`${wanted ?? 'more'} wanted after ${found.slice(i - 8, i).join(' ')}`)
    return one
  }
  const body = (end?: string): Read => {
    const read: Read = {}
    while (i < found.length && found[i] !== end) {
      let head = take()
      if (found[i] === '=') {
        take('=')
        if (head in read) throw new Error(`${head} twice`)
        read[head] = expression()
        continue
      }
      while (found[i] !== '{') head += ` ${take()}`
      take('{')
      const inside = body('}')
      take('}')
      read[head] = head in read ? [read[head], inside].flat() : inside
    }
    return read
  }
  const expression = (): unknown => {
    const first = take()
    if (first === '[' || first === '(') return items(first === '[' ? ']' : ')')
    if (first === '{') {
      const members: Read = {}
      while (found[i] !== '}') {
        const name = String(expression())
        take('=')
        members[name] = expression()
      }
      take('}')
      return members
    }
    if (first.startsWith('"')) return textOf(first)
    if (/^\d/.test(first)) return Number(first)
    if (!/^\w/.test(first)) throw new Error(`no value: ${first}`)
    let path = first
    while (glued.has(i) && ['.', '[', '('].includes(found[i]!)) {
      const mark = take()
      if (mark === '.') path += `.${take()}`
      else path += `${mark}${items(mark === '[' ? ']' : ')').join()}${mark === '[' ? ']' : ')'}`
    }
    return path === 'true' || path === 'false' ? path === 'true' : path
  }
  const items = (end: string): unknown[] => {
    const all: unknown[] = []
    while (found[i] !== end) {
      all.push(expression())
      if (found[i] === ',') take(',')
    }
    take(end)
    return all
  }
  return body()
}

/** What a quoted text says; references in it stay as they are written. */
const textOf = (quoted: string): string =>
  quoted
    .slice(1, -1)
    .replace(/\\u([0-9a-f]{4})|\\(.)|([$%])\3\{/g, (whole, code: string, character: string, sign: string) => {
      if (code) return String.fromCharCode(Number.parseInt(code, 16))
      if (sign) return `${sign}{`
      return ({ n: '\n', r: '\r', t: '\t' } as Record<string, string>)[character] ?? character ?? whole
    })
