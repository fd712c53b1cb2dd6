import { expect, test } from 'vitest'
import { z } from 'zod'
import { decode } from './decode.ts'

const nodes = z.object({ nodes: z.array(z.object({ nodeId: z.number() })) })

test('what can be read comes back typed', () => {
  expect(decode(nodes, { nodes: [{ nodeId: 7 }] }, 'GridProxy')).toEqual({ nodes: [{ nodeId: 7 }] })
})

test.each([
  [{ nodes: [{ nodeId: '7' }] }, 'nodes[0].nodeId should be a number, got "7"'],
  [{ nodes: 'x'.repeat(99) }, `nodes should be an array, got "${'x'.repeat(59)}…`],
  [null, 'the answer should be an object, got null'],
  [{}, 'nodes should be an array, got nothing'],
])('an answer that cannot be read names the path that was wrong: %j', (value, reason) => {
  expect(() => decode(nodes, value, 'GridProxy')).toThrow(
    expect.objectContaining({ fault: { kind: 'unreadable', where: 'GridProxy', reason } }),
  )
})
