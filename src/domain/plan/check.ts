import type { Plan, Spot } from './plan.ts'

/**
 * One rule before paying, as a row: `wait` while it is being asked, `warn` where one may go on, `fail` keeps the person
 * from signing.
 */
export type Check = {
  id: string
  state: 'ok' | 'warn' | 'fail' | 'wait'
  words: string
  /** The same under the field that it is about, which need not say where. */
  short?: string
  detail?: string
  /** The workload it is about, and the member of its data: `network.interfaces.0.ip`; "name" is its name. */
  at?: Spot
  field?: string
  /** Which of the plan's nodes it is about, where it is about no workload. */
  node?: number
  /** A way to mend it: what a button says, and the plan after it. */
  fix?: { words: string; plan: Plan }
}

/** An answer that may not be there yet, or may be why not. */
export type Asked<T> = { data?: T | undefined; error: unknown }
