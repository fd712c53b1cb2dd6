import type { Problem } from '#domain/problem.ts'
import type { Plan } from './plan.ts'

/** What a template wants to know before it makes a plan. `name` of one is its member in the answers. */
export type Ask = {
  name: string
  label: string
  help?: string
  optional?: boolean
} & (
  | { kind: 'text'; blank: string; problem?: (value: string) => Problem }
  /** Hidden while typed; `make` gives one by chance. */
  | { kind: 'secret'; blank: string; make?: boolean; problem?: (value: string) => Problem }
  | { kind: 'number'; blank: number; unit?: string; problem?: (value: number) => Problem }
  | { kind: 'check'; blank: boolean }
  | { kind: 'choice'; blank: string; options: readonly { value: string; words: string }[] }
)

export type Answers = Readonly<Record<string, string | number | boolean>>

/** What a plan leaves to chance: `bytes(32)` for keys, `number()` like `Math.random`. */
export type Chance = { bytes: (length: number) => Uint8Array; number: () => number }

/** A way to begin: what it makes, what it needs, and the plan for one's answers. Each is one file, in `all.ts` by name. */
export type Template = {
  /** Stands in addresses, and before the slash of the contracts' `projectName`. */
  id: string
  name: string
  kind: 'machine' | 'storage' | 'web' | 'network' | 'app'
  /** One sentence each. */
  makes: string
  needs: string
  asks: readonly Ask[]
  plan: (name: string, answers: Answers, chance: Chance) => Plan
}
