import { expect, test } from 'vitest'
import { duplicateProblem, nameProblem } from './names.ts'

test.each(['a', 'vm_1', 'n23456789_123456789_123456789_123456'])('%s is a name', (name) =>
  expect(nameProblem(name)).toBeUndefined(),
)

test.each([
  ['', 'name cannot be empty'],
  ['n23456789_123456789_123456789_1234567', 'name cannot exceed 36 characters'],
  ['é'.repeat(19), 'name cannot exceed 36 characters'],
  ['web-1', 'unsupported character in workload name'],
  ['web 1', 'unsupported character in workload name'],
  ['web\n', 'unsupported character in workload name'],
  ['ygg', "invalid name 'ygg' is reserved"],
])('%j is none, and the node says why', (name, said) => expect(nameProblem(name)?.said).toBe(said))

test('two parts cannot have one name', () => {
  expect(duplicateProblem('a', ['a', 'b'])?.said).toBe("multiple workloads with the same name 'a'")
  expect(duplicateProblem('c', ['a', 'b'])).toBeUndefined()
})
