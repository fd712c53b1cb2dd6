import type { Check } from '#domain/plan/check.ts'
import type { NodeFacts, PlanFacts } from '#domain/plan/facts.ts'
import { sameSpot, type Plan, type Spot } from '#domain/plan/plan.ts'
import type { Workload, WorkloadType } from '#domain/workloads/workload.ts'
import type { Told } from '#ui/form/Field.tsx'

/** What the form of each type gets. */
export type FormProps<T extends WorkloadType = WorkloadType> = {
  plan: Plan
  at: Spot
  workload: Workload<T>
  facts: PlanFacts
  checks: readonly Check[]
  onPlan: (plan: Plan) => void
}

export type MachineProps = FormProps<'zmachine'> | FormProps<'zmachine-light'>

type Checked = Pick<FormProps, 'at' | 'checks' | 'onPlan'>

/** Ties a field to a member of the workload's data, and to what the checks say of it. */
export const fieldOf =
  ({ at, checks, onPlan }: Checked) =>
  (member: string): { member: string; told?: Told } => {
    const found = checks.filter((check) => check.field === member && sameSpot(check.at, at))
    const check = found.find(({ state }) => state === 'fail') ?? found.find(({ state }) => state === 'warn')
    if (!check) return { member }
    const { words, fix, state } = check
    return {
      member,
      told: {
        words: atField(words),
        tone: state === 'fail' ? 'bad' : 'warn',
        ...(fix && { mend: { words: fix.words, act: () => onPlan(fix.plan) } }),
      },
    }
  }

/** A check names the workload and its member first; beside the field that goes without saying. */
const atField = (words: string): string => {
  const alone = words.replace(/^[^:]*, [^:]*: /, '')
  return alone.charAt(0).toUpperCase() + alone.slice(1)
}

/** What is known of the node that the workload goes to; `undefined` while none is chosen. */
export const nodeOf = ({ plan, at, facts }: Pick<FormProps, 'plan' | 'at' | 'facts'>): NodeFacts | undefined =>
  facts.nodes.get(plan.nodes[at.node]?.node ?? -1)
