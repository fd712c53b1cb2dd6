import { isUp, type Part, type Run } from '#domain/deployment/run.ts'
import type { Step } from '#ui/Timeline.tsx'

/** A change of a network on its way: paid for, then told to each node. */
export function changeSteps({ payments, parts }: Run): Step[] {
  const [payment] = payments
  const paid = payment?.inBlock !== undefined
  return [
    {
      id: 'paid',
      title: paid ? 'Signed, and in a block' : payment?.signed ? 'Signed' : 'Signing',
      state: paid ? 'done' : payment?.failure ? 'failed' : 'now',
    },
    ...parts.map((part, i): Step => ({
      id: `part ${i}`,
      title: part.update ? `Node ${part.nodeId} learns of it` : `Node ${part.nodeId} sets up its part`,
      state: stateOf(part, paid),
    })),
  ]
}

function stateOf(part: Part, paid: boolean): Step['state'] {
  if (isUp(part)) return 'done'
  if (part.failure) return 'failed'
  return paid ? 'now' : 'waiting'
}
