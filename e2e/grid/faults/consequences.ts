import type { Faults } from '../faults.ts'
import type { Relays } from '../relay/relays.ts'

type Surroundings = {
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
export function consequences(faults: Faults, { relay, closeRelay, closeChain }: Surroundings): void {
  const limited = between(
    ({ count, bytes }: { count: number; bytes: number }) => relay.limit({ count, bytes }),
    () => relay.limit(undefined),
  )
  const restarted = between(closeRelay, () => relay.forget())
  const down = between(closeChain, () => {})
  faults.onChange(() => {
    limited(faults.of('relay-rate-limited'))
    restarted(faults.of('relay-restarted'))
    down(faults.of('chain-down'))
  })
}

/** Whether nobody listens there right now. */
export const isShut = (faults: Faults, path: string | undefined): boolean =>
  (path === '/relay' && faults.of('relay-restarted') !== undefined) ||
  (path === '/chain' && faults.of('chain-down') !== undefined)
