import type { NodeStatus } from '#domain/node.ts'
import { State } from '#ui/State.tsx'

const names = { up: 'Up', standby: 'Standby', down: 'Down' }

export const NodeState = ({ status }: { status: NodeStatus }) => <State kind={status}>{names[status]}</State>
