import type { Image } from '#domain/deployment/images.ts'
import type { Problem } from '#domain/problem.ts'
import type { Plan } from './plan.ts'

/** What a template wants to know before it makes a plan. `name` of one is its member in the answers. */
export type Ask = {
  name: string
  label: string
  help?: string
  /** May be left empty. */
  optional?: boolean
  /** Asked only when another one was answered so. */
  when?: { name: string; is: string | boolean }
} &
  /** `hidden` while it is typed. */
  (
    | { kind: 'text'; blank: string; hidden?: boolean; problem?: (value: string) => Problem }
    /** Hidden while typed. One by chance stands there to begin with, of so many letters and digits. */
    | { kind: 'secret'; length: number; problem?: (value: string) => Problem }
    | { kind: 'number'; blank: number; unit?: string; problem?: (value: number) => Problem }
    | { kind: 'check'; blank: boolean }
    | { kind: 'choice'; blank: string; options: readonly { value: string; words: string }[] }
    /** Who may enter by SSH: OpenSSH public keys, one a line. */
    | { kind: 'ssh' }
  )

export type Answers = Readonly<Record<string, string | number | boolean>>

/** What a plan leaves to chance: `bytes(32)` for keys, `number()` like `Math.random`. */
export type Chance = { bytes: (length: number) => Uint8Array; number: () => number }

/** A way to begin: what it makes, what it needs, and the plan for one's answers. Each is one file, and a name in `all.ts`. */
export type Template = {
  /** Stands in addresses. */
  id: string
  name: string
  kind: 'machine' | 'storage' | 'web' | 'network' | 'app'
  /** One sentence each. */
  makes: string
  needs: string
  /** Of an application: what its machine starts with. */
  image?: Image
  asks: readonly Ask[]
  plan: (name: string, answers: Answers, chance: Chance) => Plan
}

/** What stands in the form before anybody typed. */
export const blankAnswers = ({ asks }: Template, chance: Chance): Answers =>
  Object.fromEntries(
    asks.map((ask) => {
      if (ask.kind === 'secret') return [ask.name, password(chance, ask.length)]
      return [ask.name, ask.kind === 'ssh' ? '' : ask.blank]
    }),
  )

/** Whether something is asked, after the answers given so far. */
export const isAsked = ({ when }: Ask, answers: Answers): boolean => !when || answers[when.name] === when.is

/** The plan of a template, where what was not answered is as its form begins. */
export const planOf = (template: Template, name: string, answers: Answers, chance: Chance): Plan =>
  template.plan(name, { ...blankAnswers(template, chance), ...answers }, chance)

/** Letters and digits by chance; none of those that look alike. */
export const password = (chance: Chance, length: number): string =>
  Array.from(chance.bytes(length), (byte) => alphabet[byte % alphabet.length]).join('')

// 32 characters, so that every byte makes each as likely.
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
