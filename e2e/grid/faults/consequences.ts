import type { Chain } from '../chain/chain.ts'
import type { Faults } from '../faults.ts'
import type { Relays } from '../relay/relays.ts'

type Surroundings = {
  chain: Pick<Chain, 'pace' | 'setNodePower'>
  relay: Pick<Relays, 'limit' | 'forget'>
  closeRelay: () => void
  closeChain: () => void
}

/** Calls `begin` when `state` comes to be something and `end` when it is nothing again. */
function between<State>(begin: (state: State) => void, end: () => void): (state: State | undefined) => void {
  let last: State | undefined
  return (state) => {
    if (state === last) return
    last = state
    if (state === undefined) end()
    else begin(state)
  }
}

/** Lets the relay and the chain suffer as faults begin and end. What they ask for themselves is not here. */
export function consequences(faults: Faults, { chain, relay, closeRelay, closeChain }: Surroundings): void {
  const limited = between(
    ({ count, bytes }: { count: number; bytes: number }) => relay.limit({ count, bytes }),
    () => relay.limit(undefined),
  )
  const restarted = between(closeRelay, () => relay.forget())
  const down = between(closeChain, () => {})
  const slow = between(
    ({ ms }: { ms: number }) => chain.pace(ms),
    () => chain.pace(),
  )
  let asleep: number[] = []
  const sleeping = (nodes: number[]) => {
    for (const node of nodes) if (!asleep.includes(node)) void chain.setNodePower(node, 'Down')
    for (const node of asleep) if (!nodes.includes(node)) void chain.setNodePower(node, 'Up')
    asleep = nodes
  }
  faults.onChange((active) => {
    limited(faults.of('relay-rate-limited'))
    restarted(faults.of('relay-restarted'))
    down(faults.of('chain-down'))
    slow(faults.of('chain-slow'))
    sleeping(active.flatMap((fault) => (fault.fault === 'node-standby' ? fault.node : [])))
  })
}

/** Whether nobody listens there right now. */
export const isShut = (faults: Faults, path: string | undefined): boolean =>
  (path === '/relay' && faults.of('relay-restarted') !== undefined) ||
  (path === '/chain' && faults.of('chain-down') !== undefined)
