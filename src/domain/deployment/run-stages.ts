import { awaited } from '#domain/plan/awaited.ts'
import type { Planned } from '#domain/plan/planned.ts'

/**
 * Deployments by the signature that they are for: at first those that are final, then those that wait for addresses of
 * what runs by then. A hash has to be made of what is final, so they cannot be signed together.
 */
export function stagesOf<One extends Pick<Planned, 'deployment'>>(planned: readonly One[]): One[][] {
  const stages: One[][] = []
  let left = [...planned]
  while (left.length > 0) {
    const later = left.filter((one) => left.some((other) => other !== one && waitsFor(one, other)))
    // Those that wait for each other will never know more than now.
    const ready = later.length === left.length ? left : left.filter((one) => !later.includes(one))
    stages.push(ready)
    left = left.filter((one) => !ready.includes(one))
  }
  return stages
}

const waitsFor = (one: Pick<Planned, 'deployment'>, other: Pick<Planned, 'deployment'>): boolean => {
  const names = one.deployment.workloads.flatMap(awaited)
  return other.deployment.workloads.some(({ name }) => names.includes(name))
}
