/** Text of the language that Terraform reads: an expression as it stands, a block, or a remark on a line of its own. */
export type Hcl = { kind: 'is'; name: string; value: string } | { kind: 'block'; head: string; body: Hcl[] } | Remark
type Remark = { kind: 'remark'; text: string }

export const is = (name: string, value: string): Hcl => ({ kind: 'is', name, value })
export const block = (head: string, body: Hcl[]): Hcl => ({ kind: 'block', head, body })
export const remark = (text: string): Hcl => ({ kind: 'remark', text })

const escapes: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A text as an expression: nothing in it is taken for more than text. */
export const quote = (text: string): string => `"${escaped(text)}"`

/** The inside of a quoted text. */
export const escaped = (text: string): string =>
  text
    .replace(/["\\\n\r\t]/g, (character) => escapes[character]!)
    .replace(/\p{Cc}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[$%](?=\{)/g, '$&$&')

export const list = (values: readonly string[]): string => `[${values.join(', ')}]`

/** An object on lines of its own. Names are expressions: `"a"` or `(tostring(var.node))`. */
export const object = (members: readonly (readonly [name: string, value: string])[]): string =>
  members.length === 0 ? '{}' : `{\n${aligned(members, '  ')}\n}`

/** Blocks with an empty line between them, as `terraform fmt` writes them. */
export const printHcl = (blocks: readonly Hcl[]): string => `${blocks.map((one) => print([one])).join('\n\n')}\n`

function print(body: readonly Hcl[]): string {
  const parts: string[] = []
  for (let i = 0; i < body.length;) {
    const one = body[i]!
    if (one.kind === 'is') {
      const rest = body.slice(i).findIndex(({ kind }) => kind !== 'is')
      const run = body.slice(i, rest === -1 ? undefined : i + rest) as Extract<Hcl, { kind: 'is' }>[]
      parts.push(
        runs(run)
          .map((few) =>
            aligned(
              few.map(({ name, value }) => [name, value]),
              '',
            ),
          )
          .join('\n'),
      )
      i += run.length
    } else {
      parts.push(one.kind === 'remark' ? remarkText(one) : blockText(one))
      i++
    }
  }
  return parts.join('\n')
}

/** A value of several lines ends a run of names that are written under each other. */
function runs<T extends { value: string }>(all: readonly T[]): T[][] {
  const found: T[][] = [[]]
  for (const one of all) {
    found.at(-1)!.push(one)
    if (one.value.includes('\n')) found.push([])
  }
  return found.filter(({ length }) => length > 0)
}

function aligned(members: readonly (readonly [string, string])[], indent: string): string {
  const width = Math.max(...members.map(([name]) => name.length))
  return members.map(([name, value]) => `${indent}${name.padEnd(width)} = ${value}`).join('\n')
}

const remarkText = ({ text }: Remark) =>
  text
    .split('\n')
    .map((line) => `# ${line}`)
    .join('\n')

const blockText = ({ head, body }: Extract<Hcl, { kind: 'block' }>) =>
  body.length === 0 ? `${head} {}` : `${head} {\n${indented(print(body))}\n}`

const indented = (text: string) => text.replace(/^(?=.)/gm, '  ')
