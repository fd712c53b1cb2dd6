import { useEffect, useEffectEvent } from 'react'
import { useForm, type Control, type DefaultValues, type FieldValues } from 'react-hook-form'
import { withWorkload, workloadAt, type Plan, type Spot } from '#domain/plan/plan.ts'
import type { Workload, WorkloadType } from '#domain/workloads/workload.ts'

/** How a form sees something: what it holds of it, and what comes of that. What it does not show is kept. */
export type View<Thing, Values> = { from: (thing: Thing) => Values; to: (values: Values, thing: Thing) => Thing }

export type Editing = { plan: Plan; onPlan: (plan: Plan) => void }

/**
 * A form whose fields write into the plan as they change, and follow it when it changes elsewhere. What is half typed
 * stays as it is while it comes to what the plan has.
 */
export function usePlanForm<V extends FieldValues>({ plan, onPlan }: Editing, view: View<Plan, V>): Control<V> {
  const form = useForm<V>({ mode: 'onTouched', defaultValues: view.from(plan) as DefaultValues<V> })
  const shown = (of: Plan) => JSON.stringify(view.from(of))
  const write = useEffectEvent((values: V) => {
    const next = view.to(values, plan)
    if (shown(next) !== shown(plan)) onPlan(next)
  })
  const read = useEffectEvent(() => {
    if (shown(view.to(form.getValues(), plan)) !== shown(plan)) form.reset(view.from(plan))
  })
  useEffect(
    function writeIntoPlan() {
      return form.subscribe({ formState: { values: true }, callback: ({ values }) => write(values) })
    },
    [form],
  )
  useEffect(
    function followPlan() {
      read()
    },
    [plan],
  )
  return form.control
}

/** The same for one workload of the plan, which is of type `T`. */
export const useWorkloadForm = <T extends WorkloadType, V extends FieldValues>(
  editing: Editing & { at: Spot },
  view: View<Workload<T>, V>,
): Control<V> =>
  usePlanForm(editing, {
    from: (plan) => view.from(workloadAt(plan, editing.at) as Workload<T>),
    to: (values, plan) =>
      withWorkload(plan, editing.at, (workload) => view.to(values, workload as Workload<T>) as Workload),
  })
