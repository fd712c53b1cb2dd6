import type { Command, Field } from './commands.ts'

/** What a person typed, by the name of each field. */
export type Typed = Record<string, string>

/** Why this cannot be sent as `field`; `undefined` when it can. */
export function fieldProblem({ kind, optional, label }: Field, typed: string): string | undefined {
  const text = typed.trim()
  if (text === '') return optional ? undefined : `The node needs it: ${label.toLowerCase()}`
  if (kind === 'id' && !isId(text)) return 'A number, 1 or more'
  if (kind === 'deployment' && !isDeployment(text)) return 'Twin and contract with a colon between: 29:1042'
  return undefined
}

const isId = (text: string) => /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text))

const isDeployment = (text: string) => text.split(':').length === 2 && text.split(':').every(isId)

/** What to send with `command`; `undefined` where it takes nothing. Fields that were left out stay out. */
export function requestOf({ fields }: Command, typed: Typed): Record<string, string | number> | undefined {
  if (fields === undefined) return undefined
  const given = fields.filter(({ name }) => (typed[name] ?? '').trim() !== '')
  return Object.fromEntries(
    given.map(({ name, kind }) => {
      const text = typed[name]!.trim()
      return [name, kind === 'id' ? Number(text) : text]
    }),
  )
}
