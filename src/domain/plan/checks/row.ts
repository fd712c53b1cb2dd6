import type { Check } from '../check.ts'
import { spotText, workloadAt, type Plan, type Spot } from '../plan.ts'
import { fieldName } from './field.ts'

/** What a row says beside its words. */
type More = Pick<Check, 'detail' | 'fix'>

/**
 * A row about a workload, and the member of its data that has to change: `vm1, memory: give it 250 MiB or more`. `rule`
 * tells rows about one workload apart.
 */
export const about = (
  plan: Plan,
  state: Check['state'],
  rule: string,
  at: Spot,
  field: string,
  words: string,
  more: More = {},
): Check => ({
  id: `${rule} ${spotText(at)}`,
  state,
  words: `${workloadAt(plan, at)?.name || 'A workload without a name'}, ${fieldName(field)}: ${words}`,
  short: words.charAt(0).toUpperCase() + words.slice(1),
  at,
  field,
  ...more,
})

/** A row about one of the plan's nodes, counted from 0. */
export const aboutNode = (
  state: Check['state'],
  rule: string,
  node: number,
  words: string,
  more: More = {},
): Check => ({ id: `${rule} node ${node}`, state, words, node, ...more })

export const fix = (words: string, plan: Plan): { fix: NonNullable<Check['fix']> } => ({ fix: { words, plan } })
