import { expect, test } from 'vitest'
import { passwordProblem, passwordStrength } from './password.ts'

test.each([
  ['short', 'Use at least 12 characters; these are 5', 'weak'],
  ['aaaaaaaaaaaaaaa', 'Use more than a few different characters', 'weak'],
  ['twelve chars', undefined, 'fair'],
  ['correct horse battery staple', undefined, 'strong'],
])('"%s" is judged', (password, problem, strength) => {
  expect(passwordProblem(password)).toBe(problem)
  expect(passwordStrength(password)).toBe(strength)
})
