import { useSyncExternalStore } from 'react'
import { loadConfig, type Config } from '#protocols/config.ts'
import { WireError } from '#protocols/fault.ts'
import { client } from './client.ts'

/** A grid to look at and deploy on: where its parts are reached, and a sentence on what it is for. */
export type Network = Config['networks'][number] & { explanation: string }

/** Hosts as tfgrid-sdk-ts's playground has them for each network; the first stack of two. */
const builtIn = (id: string, name: string, base: string, explanation: string): Network => ({
  id,
  name,
  gridproxy: `https://gridproxy.${base}`,
  chain: `wss://tfchain.${base}/ws`,
  relay: `wss://relay.${base}`,
  kyc: `https://kyc.${base}`,
  activation: `https://activation.${base}/activation/activate`,
  explanation,
})

export const builtInNetworks: readonly Network[] = [
  builtIn('main', 'Production', 'grid.tf', 'Most stable; machines are paid for at the full price.'),
  builtIn('test', 'Testing', 'test.grid.tf', 'Stable and cheaper; data may be lost now and then.'),
  builtIn('qa', 'QA', 'qa.grid.tf', 'Where a release is checked; it may be reset at any time.'),
  builtIn('dev', 'Development', 'dev.grid.tf', 'Newest and nearly free; it may break, lose data or be reset.'),
]

/** The networks of a site with this config: its own first. One with a built-in id takes that one's place. */
export function networksOf({ networks }: Config): Network[] {
  const own = networks.map((network) => ({ ...network, explanation: 'Added by the owner of this site.' }))
  return [...own, ...builtInNetworks.filter(({ id }) => own.every((network) => network.id !== id))]
}

const key = 'network'
let known: readonly Network[] = builtInNetworks
let chosen: Network = builtInNetworks[0]!
const listeners = new Set<() => void>()

/**
 * Reads the site's config.json and settles which network is shown: the one chosen before, else the site's default,
 * else production. Runs before the first render. @throws WireError when config.json is there but cannot be used
 */
export async function openNetworks(): Promise<void> {
  const config = (await loadConfig(`${import.meta.env.BASE_URL}config.json`)) ?? { networks: [] }
  known = networksOf(config)
  const first = firstOf(known, config.defaultNetwork)
  chosen = known.find(({ id }) => id === localStorage.getItem(key)) ?? first
}

/** The network a newcomer sees. @throws WireError 'unreadable' when `id` names none */
export function firstOf(networks: readonly Network[], id = 'main'): Network {
  const found = networks.find((network) => network.id === id)
  if (found) return found
  const ids = networks.map((network) => network.id).join(', ')
  const reason = `defaultNetwork should be one of ${ids}, got ${JSON.stringify(id)}`
  throw new WireError({ kind: 'unreadable', where: 'config.json', reason })
}

/** Shows another network and forgets what was read from the one before. */
export function chooseNetwork(id: string) {
  const next = known.find((network) => network.id === id)
  if (!next || next === chosen) return
  const before = chosen.id
  chosen = next
  localStorage.setItem(key, id)
  for (const listener of listeners) listener()
  client.removeQueries({ queryKey: [before] })
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const networks = (): readonly Network[] => known
export const chosenNetwork = (): Network => chosen

/** The network that is shown. Every query's key begins with its `id`. */
export const useNetwork = (): Network => useSyncExternalStore(subscribe, chosenNetwork)
