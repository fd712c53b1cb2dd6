import { expect, test } from 'vitest'
import { farmNameProblem } from './farm-name.ts'

test.each([
  ['Moss_Farm-1', undefined],
  ['abc', undefined],
  ['a'.repeat(40), undefined],
  ['', 'FarmNameTooShort'],
  ['ab', 'FarmNameTooShort'],
  ['a'.repeat(41), 'FarmNameTooLong'],
  ['moss farm', 'InvalidFarmName'],
  ['möss', 'InvalidFarmName'],
  ['moss.farm', 'InvalidFarmName'],
])('%j', (name, said) => {
  expect(farmNameProblem(name)?.said).toBe(said)
})
