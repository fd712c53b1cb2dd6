import { useEffect, useState } from 'react'
import type { Plan } from '#domain/plan/plan.ts'
import { readPlan, type Format, type ReadText } from '#domain/plan/text/read-plan.ts'
import { rewritePlan } from '#domain/plan/text/rewrite-plan.ts'
import { writePlan } from '#domain/plan/text/write-plan.ts'

/** `read`: what `readFrom` says, which is `text` until more is typed. `plan`: the last that it was, or was written for. */
type Typed = { text: string; plan: Plan; read: ReadText; readFrom: string }

/**
 * What was typed over a plan: it may say more than the plan does, as comments, or not read yet. It is there again when the
 * text of the same plan is opened again.
 */
const typedOver = new WeakMap<Plan, Partial<Record<Format, string>>>()

const pauseMs = 250

/** A plan as text. What is typed becomes the plan as soon as it reads; what changes the plan elsewhere changes the text. */
export function usePlanText(plan: Plan, format: Format, onPlan: (plan: Plan) => void) {
  const [typed, setTyped] = useState(() =>
    opened(typedOver.get(plan)?.[format] ?? writePlan(plan, format), plan, format),
  )
  if (typed.plan !== plan) setTyped(followed(typed, plan, format))
  const { text, read, readFrom } = typed

  const apply = () => {
    if (text === readFrom) return
    const now = opened(text, plan, format)
    setTyped(now)
    typedOver.set(now.plan, { [format]: text })
    if (now.plan !== plan) onPlan(now.plan)
  }
  useEffect(function applySoon() {
    const timer = setTimeout(apply, pauseMs)
    return () => clearTimeout(timer)
  })
  return { text, read, type: (next: string) => setTyped({ ...typed, text: next }), apply }
}

/** A text with what it says. Where that is `plan`, it is the same object. */
function opened(text: string, plan: Plan, format: Format): Typed {
  const read = readPlan(text, format)
  return { text, read, readFrom: text, plan: 'plan' in read && !same(read.plan, plan) ? read.plan : plan }
}

/** After the plan changed elsewhere. What is being typed, or does not read yet, stays: it is the plan's next change. */
function followed(typed: Typed, plan: Plan, format: Format): Typed {
  const { text, read, readFrom } = typed
  if (text !== readFrom || 'problems' in read || same(read.plan, plan)) return { ...typed, plan }
  return opened(format === 'yaml' ? rewritePlan(text, read.plan, plan) : writePlan(plan, format), plan, format)
}

const same = (a: Plan, b: Plan) => a === b || writePlan(a, 'json') === writePlan(b, 'json')
