import { minus, type Capacity } from '#domain/capacity.ts'
import { deployProblem, free, type Node } from '#domain/node.ts'
import { showBytes } from '#domain/units.ts'

/** One rule before paying: `wait` while it is being asked; a `fail` keeps the person from signing. */
export type Check = { id: string; state: 'ok' | 'warn' | 'fail' | 'wait'; words: string; detail?: string }

/** An answer that may not be there yet, or may be why not. */
type Asked<T> = { data?: T | undefined; error: unknown }

export type CheckInput = {
  /** What the account lacks to sign and to speak to nodes. */
  need: 'account' | 'key' | 'twin' | undefined
  twinId: number | undefined
  node: Node | undefined
  wanted: Capacity
  verified: Asked<boolean>
  ports: Asked<{ answeredInMs: number }>
}

/** What stands between this machine and its node. Only what can be known now is listed. */
export function vmChecks({ need, twinId, node, wanted, verified, ports }: CheckInput): Check[] {
  return [
    need || twinId === undefined
      ? { id: 'account', state: 'fail', ...lacking[need ?? 'twin'] }
      : { id: 'account', state: 'ok', words: `Twin ${twinId} signs and pays` },
    ...(twinId === undefined ? [] : [identity(verified)]),
    ...(node ? nodeChecks(node, wanted, twinId) : [noNode]),
    ...(node && !need && twinId !== undefined ? [answers(node, ports)] : []),
  ]
}

const lacking = {
  account: { words: 'No account is open', detail: 'Get one in the top bar' },
  key: { words: 'The account’s key is locked', detail: 'Nodes take only what it signs' },
  twin: { words: 'The account has no twin yet', detail: 'Nodes know accounts by theirs' },
}

const noNode: Check = { id: 'node', state: 'fail', words: 'No node is chosen' }

function identity({ data, error }: Asked<boolean>): Check {
  const id = 'identity'
  if (data) return { id, state: 'ok', words: 'Identity is verified' }
  if (data === false)
    return { id, state: 'fail', words: 'Identity is not verified', detail: 'Nodes refuse deployments until it is' }
  return error
    ? { id, state: 'warn', words: 'Identity check did not answer', detail: 'Unknown, not refused: the node asks again' }
    : { id, state: 'wait', words: 'Asking whether identity is verified' }
}

function nodeChecks(node: Node, wanted: Capacity, twinId: number | undefined): Check[] {
  const problem = deployProblem(node, twinId)
  const id = 'takes'
  const takes: Check = problem
    ? { id, state: 'fail', words: `Node ${node.id} cannot take it`, detail: problem }
    : { id, state: 'ok', words: `Node ${node.id} takes machines` }
  return [takes, room(node, wanted)]
}

function room(node: Node, wanted: Capacity): Check {
  const id = 'room'
  const left = minus(free(node), wanted)
  const lacking = [
    left.mru < 0 ? `${showBytes(free(node).mru)} of memory is free` : '',
    left.sru < 0 ? `${showBytes(free(node).sru)} of SSD is free` : '',
    wanted.cru > node.total.cru ? `it has ${node.total.cru} cores` : '',
  ].filter(Boolean)
  if (lacking.length === 0) return { id, state: 'ok', words: 'Cores, memory and disk fit' }
  return { id, state: 'fail', words: 'It does not fit on the node', detail: lacking.join(', ') }
}

function answers(node: Node, { data, error }: CheckInput['ports']): Check {
  const id = 'answers'
  if (data) return { id, state: 'ok', words: `Node ${node.id} answers in ${Math.round(data.answeredInMs)} ms` }
  if (!error) return { id, state: 'wait', words: `Asking node ${node.id}` }
  return { id, state: 'fail', words: `Node ${node.id} does not answer`, detail: 'Choose another, or wait for it' }
}
