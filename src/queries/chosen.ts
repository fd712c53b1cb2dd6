import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { client } from './client.ts'

/**
 * The account that acts. `wallet`: an extension signs its transactions. `key`: its key is in this browser, `guard`ed by
 * a password or by the browser alone.
 */
export type Chosen = { address: string; name: string; type: 'sr25519' | 'ed25519' } & (
  { by: 'wallet'; source: string } | { by: 'key'; guard: 'password' | 'browser' }
)

const common = { address: z.string(), name: z.string(), type: z.enum(['sr25519', 'ed25519']) }
const chosenShape = z.discriminatedUnion('by', [
  z.object({ ...common, by: z.literal('wallet'), source: z.string() }),
  z.object({ ...common, by: z.literal('key'), guard: z.enum(['password', 'browser']) }),
])
const key = 'accounts'
const everywhere = '*'

/** By network, and under `*` for those where nothing was chosen. `null`: none, on purpose. Addresses are no secrets. */
let choices: Record<string, Chosen | null> = read()
const listeners = new Set<() => void>()

/** Who acts on a network. What was chosen on one goes for others too, until another is chosen there; play money does not. */
export const chosen = (networkId: string): Chosen | undefined => {
  const own = choices[networkId]
  return (own === undefined ? choices[everywhere] : own) ?? undefined
}

export const useChosen = (networkId: string): Chosen | undefined =>
  useSyncExternalStore(subscribe, () => chosen(networkId))

/** Acts in the name of `account` from now on; `null` only looks. */
export function choose(networkId: string, account: Chosen | null) {
  const common = account && !(account.by === 'key' && account.guard === 'browser')
  choices = { ...choices, [networkId]: account, ...(common && { [everywhere]: account }) }
  keep()
  void client.resetQueries({ queryKey: [networkId, 'account'] })
}

/** Nobody acts in the name of an account that is gone, on any network. */
export function leave(address: string) {
  const left = Object.entries(choices).filter(([, account]) => account?.address !== address)
  choices = Object.fromEntries(left)
  keep()
  void client.resetQueries()
}

/** Calls an account by another name wherever it was chosen. */
export function rechristen(address: string, name: string) {
  const renamed = Object.entries(choices).map(([id, one]) => [id, one?.address === address ? { ...one, name } : one])
  choices = Object.fromEntries(renamed)
  keep()
}

function keep() {
  localStorage.setItem(key, JSON.stringify(choices))
  for (const listener of listeners) listener()
}

function read(): Record<string, Chosen | null> {
  try {
    return z.record(z.string(), chosenShape.nullable()).parse(JSON.parse(localStorage.getItem(key) ?? '{}'))
  } catch {
    return {}
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
