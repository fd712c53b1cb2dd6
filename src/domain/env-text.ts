/** What a pasted `.env` says, in its order, and what of it nobody can read. */
export type EnvText = { variables: { key: string; value: string }[]; unread: Unread[] }

/** `line` counts from 1. */
export type Unread = { line: number; text: string; words: string }

/**
 * Reads a `.env` as dotenv and shells do: comments, `export`, quotes that may span lines, escapes within double ones. Of a
 * name that comes twice the last counts, at the place of the first. Nothing is filled in for `$NAME`.
 */
export function readEnv(text: string): EnvText {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const variables = new Map<string, string>()
  const unread: Unread[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!.trim()
    if (line === '' || line.startsWith('#')) continue
    const refuse = (words: string) => unread.push({ line: i + 1, text: line, words })
    const [, key, rest] = /^(?:export\s+)?([^=\s]+)\s*=\s*(.*)$/.exec(line) ?? []
    if (key === undefined || rest === undefined) refuse('There is no NAME=value in it')
    else if (!/^[A-Za-z_][\w.-]*$/.test(key)) refuse(`“${key}” is no name for a variable`)
    else if (!/^["'`]/.test(rest)) variables.set(key, bareValue(rest))
    else {
      // Within quotes spaces at the ends of lines count, so it is read from the line as it was pasted.
      const quoted = readQuoted([lines[i]!.slice(lines[i]!.indexOf(rest)), ...lines.slice(i + 1)])
      if ('problem' in quoted) refuse(quoted.problem)
      else {
        variables.set(key, quoted.value)
        i += quoted.more
      }
    }
  }
  return { variables: [...variables].map(([key, value]) => ({ key, value })), unread }
}

/** Up to a comment, which a space keeps apart from the value. */
const bareValue = (rest: string) => rest.replace(/(^|\s)#.*$/, '').trim()

/** A value in quotes from the start of the first line, which ends `more` lines below it. */
function readQuoted(lines: string[]): { value: string; more: number } | { problem: string } {
  const quote = lines[0]![0]!
  const closed = quote === '"' ? /^"((?:[^"\\]|\\[^])*)"(.*)/ : new RegExp(`^${quote}([^${quote}]*)${quote}(.*)`)
  const [, inside, after] = closed.exec(lines.join('\n')) ?? []
  if (inside === undefined || after === undefined) return { problem: `The ${quote} that it begins with never ends` }
  if (!/^\s*(#.*)?$/.test(after)) return { problem: 'Something stands after the closing quote' }
  return { value: quote === '"' ? unescaped(inside) : inside, more: inside.split('\n').length - 1 }
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' }

const unescaped = (inside: string) =>
  inside.replace(/\\([nrt"\\$`])/g, (_, character: string) => escapes[character] ?? character)

/** Whether the value of a variable of this name is better not shown: SSH keys are the public halves. */
export const isSecretName = (key: string): boolean =>
  /PASS|TOKEN|SECRET|KEY|CREDENTIAL/i.test(key) && !/^SSH_KEY$|PUBLIC_?KEY/i.test(key)

/** Why no variable can be called so; nodes look at none of it. */
export function envNameProblem(key: string): string | undefined {
  if (key === '') return 'Give it a name'
  return /^[A-Za-z_][\w.-]*$/.test(key) ? undefined : 'Use letters, digits and _; begin with no digit'
}
