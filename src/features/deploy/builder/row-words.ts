import type { Check } from '#domain/plan/check.ts'
import { sameSpot, workloadAt, type Plan, type Spot } from '#domain/plan/plan.ts'
import { references } from '#domain/plan/references.ts'
import { measure, typeName } from '#domain/workloads/words.ts'
import type { StateKind } from '#ui/State.tsx'

const worstFirst = ['fail', 'warn', 'wait'] as const

/** The worst that the checks say of one workload. */
export const stateAt = (checks: readonly Check[], at: Spot): Check['state'] => {
  const states = checks.filter((check) => sameSpot(check.at, at)).map(({ state }) => state)
  return worstFirst.find((state) => states.includes(state)) ?? 'ok'
}

export const glyphOf: Record<Check['state'], StateKind> = { ok: 'tick', warn: 'warn', fail: 'failed', wait: 'spin' }

export const spokenState: Record<Check['state'], string> = {
  ok: 'complete',
  warn: 'has a warning',
  fail: 'has a problem',
  wait: 'is being checked',
}

/** `Machine, 1 vCPU, 2 GiB` */
export function aboutWorkload(plan: Plan, at: Spot): string {
  const workload = workloadAt(plan, at)!
  const size = measure(workload)
  return size === '' ? typeName[workload.type] : `${typeName[workload.type]}, ${size}`
}

/** `vm1, uses net1, disk1, ip1`: what the drawing shows, for who hears it. */
export function usesWords(plan: Plan, at: Spot): string {
  const used = references(plan).filter(({ from }) => sameSpot(from, at))
  const names = new Set(used.map(({ to }) => workloadAt(plan, to)!.name))
  const { name } = workloadAt(plan, at)!
  return names.size === 0 ? name : `${name}, uses ${[...names].join(', ')}`
}
