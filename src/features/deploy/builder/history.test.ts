import { expect, test } from 'vitest'
import { addNode } from '#domain/plan/edit.ts'
import { emptyPlan, type Plan } from '#domain/plan/plan.ts'
import { begin, step, type History } from './history.ts'

const named = (name: string): Plan => emptyPlan(name, 'vm')
const typed = (history: History, name: string, at: number) => step(history, { kind: 'change', plan: named(name), at })
const undo = (history: History) => step(history, { kind: 'undo' })
const redo = (history: History) => step(history, { kind: 'redo' })

test('a word that is typed is undone whole, and redone whole', () => {
  const after = ['w', 'we', 'web'].reduce((history, name, i) => typed(history, name, 100 * i), begin(named('')))

  expect(after.present.name).toBe('web')
  expect(undo(after).present.name).toBe('')
  expect(redo(undo(after)).present.name).toBe('web')
})

test('typing on after a pause is a step of its own', () => {
  const after = typed(typed(begin(named('')), 'web', 0), 'web1', 5_000)

  expect(undo(after).present.name).toBe('web')
})

test('a change of structure is a step, and a new change forgets what was undone', () => {
  const first = step(begin(named('a')), { kind: 'change', plan: addNode(named('a')), at: 0 })
  const second = step(first, { kind: 'change', plan: addNode(first.present), at: 1 })

  expect(second.present.nodes).toHaveLength(3)
  expect(undo(second).present.nodes).toHaveLength(2)
  expect(undo(undo(second)).present.nodes).toHaveLength(1)
  expect(typed(undo(second), 'b', 2).future).toEqual([])
})

test('what facts settle is no step', () => {
  const changed = typed(begin(named('a')), 'b', 0)
  const settled = step(changed, { kind: 'settle', from: changed.present, plan: addNode(changed.present) })

  expect(settled.present.nodes).toHaveLength(2)
  expect(undo(settled).present).toEqual(named('a'))
  expect(redo(undo(settled)).present).toEqual(settled.present)
})

test('what was settled for an earlier plan does not undo a change since, and the same again is nothing', () => {
  const before = named('a')
  const changed = typed(begin(before), 'b', 0)

  expect(step(changed, { kind: 'settle', from: before, plan: addNode(before) })).toBe(changed)
  expect(step(changed, { kind: 'settle', from: changed.present, plan: structuredClone(changed.present) })).toBe(changed)
})

test('nothing is undone where nothing was done, and a change that changes nothing is none', () => {
  const fresh = begin(named('a'))

  expect(undo(fresh)).toBe(fresh)
  expect(redo(fresh)).toBe(fresh)
  expect(step(fresh, { kind: 'change', plan: named('a'), at: 0 })).toBe(fresh)
})
