import { expect, test } from 'vitest'
import { planNameProblem } from './plan-name.ts'

test.each([
  ['shop-prod_1', undefined],
  ['', 'Give it a name'],
  ['x'.repeat(51), 'Keep it to 50 characters'],
  ['my shop', 'Use letters, digits, dashes and underscores only'],
])('“%s” as the name of a plan: %s', (name, words) => expect(planNameProblem(name)?.words).toBe(words))
