import { expect, test } from 'vitest'
import { gib } from '#domain/units.ts'
import type { Workload } from './workload.ts'
import { measure } from './words.ts'

const workload = { version: 0, name: 'a', metadata: '', description: '' }

test('a machine is measured by cores and memory, a disk by its size', () => {
  const machine = { flist: '', entrypoint: '', size: 0, network: { interfaces: [] } }
  const compute_capacity = { cpu: 4, memory: gib(8) }
  expect(measure({ ...workload, type: 'zmachine', data: { ...machine, compute_capacity } } as Workload)).toBe(
    '4 vCPU, 8 GiB',
  )
  expect(measure({ ...workload, type: 'zmount', data: { size: gib(100) } })).toBe('100 GiB')
  expect(measure({ ...workload, type: 'zlogs', data: { zmachine: 'a', output: '' } })).toBe('')
})
