import type { Plan } from '#domain/plan/plan.ts'

/**
 * A plan and the ways back and forth from it. `typing` says which texts and figures the last step changed, while more of
 * the same goes into that step: a word is undone whole, not letter by letter.
 */
export type History = { past: Plan[]; present: Plan; future: Plan[]; typing: { what: string; at: number } | undefined }

export type HistoryEvent =
  | { kind: 'change'; plan: Plan; at: number }
  | { kind: 'settle'; from: Plan; plan: Plan }
  | { kind: 'undo' }
  | { kind: 'redo' }

const kept = 200
/** After a pause as long as this, typing on is a step of its own. */
const pauseMs = 2_000

export const begin = (plan: Plan): History => ({ past: [], present: plan, future: [], typing: undefined })

/** The history after an event. What is settled by facts (a port, an address) is no step: undoing skips it. */
export function step(history: History, event: HistoryEvent): History {
  const { past, present, future, typing } = history
  switch (event.kind) {
    case 'settle':
      // It was settled for a plan that is gone by now, or it is the same again.
      if (event.from !== present || typedChanges(present, event.plan)?.length === 0) return history
      return { ...history, present: event.plan }
    case 'undo':
      return past.length === 0
        ? history
        : { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future], typing: undefined }
    case 'redo':
      return future.length === 0
        ? history
        : { past: [...past, present], present: future[0]!, future: future.slice(1), typing: undefined }
    case 'change': {
      const changes = typedChanges(present, event.plan)
      if (changes?.length === 0) return history
      const what = changes?.join(' ')
      const goesOn = what !== undefined && what === typing?.what && event.at - typing.at < pauseMs
      return {
        past: goesOn ? past : [...past, present].slice(-kept),
        present: event.plan,
        future: [],
        typing: what === undefined ? undefined : { what, at: event.at },
      }
    }
  }
}

/** Where texts and figures differ, as paths; `undefined` when more than such differs. */
function typedChanges(before: unknown, after: unknown, path = ''): string[] | undefined {
  if (Object.is(before, after)) return []
  if (isTyped(before) && isTyped(after)) return [path]
  if (!isObject(before) || !isObject(after)) return undefined
  const names = Object.keys(before)
  if (names.length !== Object.keys(after).length || names.some((name) => !(name in after))) return undefined
  const changes = names.map((name) => typedChanges(before[name], after[name], `${path}/${name}`))
  return changes.includes(undefined) ? undefined : changes.flatMap((some) => some!)
}

const isTyped = (value: unknown) => ['string', 'number', 'bigint'].includes(typeof value)
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
