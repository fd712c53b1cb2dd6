import { expect, test } from 'vitest'
import { statusOf } from './node-row.ts'

const minute = 60
const hour = 3600

test.each([
  [null, 80 * minute, 'up'],
  [null, 80 * minute + 1, 'down'],
  [{ state: 'Up', target: 'Up' }, 80 * minute, 'up'],
  [{ state: 'Down', target: 'Down' }, 24 * hour, 'standby'],
  [{ state: 'Up', target: 'Down' }, 0, 'standby'],
  [{ state: 'Down', target: 'Up' }, 0, 'standby'],
  [{ state: 'Down', target: 'Down' }, 24 * hour + 1, 'down'],
] as const)('power %j, last heard of %i s ago: %s', (power, age, status) => {
  expect(statusOf(power, age)).toBe(status)
})
