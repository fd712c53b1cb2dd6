import { useEffect, useEffectEvent, useRef } from 'react'
import { get, set, useForm, type Control, type DefaultValues, type FieldValues } from 'react-hook-form'
import { withWorkload, workloadAt, type Plan, type Spot } from '#domain/plan/plan.ts'
import type { Workload, WorkloadType } from '#domain/workloads/workload.ts'

/** How a form sees something: what it holds of it, and what comes of that. What it does not show is kept. */
export type View<Thing, Values> = { from: (thing: Thing) => Values; to: (values: Values, thing: Thing) => Thing }

export type Editing = { plan: Plan; onPlan: (plan: Plan) => void }

/**
 * A form whose fields write into the plan as they change, and follow it when it changes elsewhere. What somebody is typing
 * stays as it is until they leave the field.
 */
export function usePlanForm<V extends FieldValues>({ plan, onPlan }: Editing, view: View<Plan, V>): Control<V> {
  const form = useForm<V>({ mode: 'onTouched', defaultValues: view.from(plan) as DefaultValues<V> })
  const typing = useRef<string>(undefined)
  const shown = (of: Plan) => JSON.stringify(view.from(of))
  const write = useEffectEvent((values: V) => {
    const next = view.to(values, plan)
    if (shown(next) !== shown(plan)) onPlan(next)
  })
  const read = useEffectEvent(() => {
    if (shown(view.to(form.getValues(), plan)) === shown(plan)) return
    const values = view.from(plan)
    if (typing.current !== undefined) set(values, typing.current, get(form.getValues(), typing.current))
    form.reset(values)
  })
  useEffect(
    function writeIntoPlan() {
      return form.subscribe({
        formState: { values: true },
        callback({ name, type, values }) {
          if (type !== 'change') return
          typing.current = isTextBox(document.activeElement) ? name : undefined
          write(values)
        },
      })
    },
    [form],
  )
  useEffect(
    function followPlan() {
      read()
    },
    [plan],
  )
  useEffect(function followOnceAFieldIsLeft() {
    const leave = () => {
      if (typing.current === undefined) return
      typing.current = undefined
      read()
    }
    document.addEventListener('focusout', leave)
    return () => document.removeEventListener('focusout', leave)
  }, [])
  return form.control
}

const isTextBox = (element: Element | null) => element?.matches('input:not([type=checkbox]), textarea') ?? false

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
