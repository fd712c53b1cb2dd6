import { expect, test } from 'vitest'
import type { Workload } from '#domain/deployment/deployment.ts'
import { rootOf, storyOf } from './deployed-story.ts'

const report = (name: string, type: string, state: string, created: number, data: object = {}, message = '') =>
  ({
    name,
    type,
    version: 0,
    metadata: '',
    description: '',
    data,
    result: { created, state, message, data: null },
  }) as Workload & { result: NonNullable<Workload['result']> }

test('each change says what it was and how long it took', () => {
  const story = storyOf(5, [
    report('disk1', 'zmount', 'init', 100),
    report('disk1', 'zmount', 'ok', 102),
    report('disk1', 'zmount', 'unchanged', 200, {}, 'not safe to shrink a disk'),
    report('disk1', 'zmount', 'paused', 300),
    report('disk1', 'zmount', 'deleted', 400, {}, 'deleted by an update'),
  ])
  expect(story.map(({ what, tookS, message }) => [what, tookS, message])).toEqual([
    ['began', undefined, ''],
    ['ok', 2, ''],
    ['unchanged', undefined, 'not safe to shrink a disk'],
    ['paused', undefined, ''],
    ['removed', undefined, 'deleted by an update'],
  ])
})

test('what failed for want of another is not blamed', () => {
  const story = storyOf(5, [
    report('disk1', 'zmount', 'error', 100, {}, 'no room'),
    report('vm1', 'zmachine', 'error', 101, { mounts: [{ name: 'disk1' }] }, 'failed to get mount'),
    report('logs', 'zlogs', 'error', 102, { zmachine: 'vm1' }, 'no machine'),
    report('db1', 'zdb', 'error', 103, {}, 'too large'),
  ])
  expect(story.map(({ name, because }) => [name, because])).toEqual([
    ['disk1', undefined],
    ['vm1', 'disk1'],
    ['logs', 'vm1'],
    ['db1', undefined],
  ])
  expect(rootOf(story)?.name).toBe('disk1')
  expect(rootOf([])).toBeUndefined()
})
