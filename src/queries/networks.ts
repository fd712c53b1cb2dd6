import { useSyncExternalStore } from 'react'
import type { Bridge } from '#domain/stellar.ts'
import { loadConfig, readNetworks, type Config, type Stack } from '#protocols/config.ts'
import { WireError } from '#protocols/fault.ts'
import { client } from './client.ts'

export type { Stack }

/** What a network gives of itself: five addresses, and where the second stack is if there is one. */
export type Described = Config['networks'][number]

/**
 * A grid to look at and deploy on, and a sentence on what it is for. `gridproxy`, `chain` and `relay` are the places in
 * use: those of the `first` stack, or of the `second` while the first does not answer.
 */
export type Network = Described & { explanation: string; first: Stack; added?: boolean }

/** What a network is made of, as people call it. */
export const serviceNames = { chain: 'Chain', gridproxy: 'Proxy', relay: 'Relay', kyc: 'Identity' } as const

const toNetwork = (described: Described, explanation: string): Network => {
  const { gridproxy, chain, relay } = described
  return { ...described, explanation, first: { gridproxy, chain, relay } }
}

const stack = (base: string): Stack => ({
  gridproxy: `https://gridproxy.${base}`,
  chain: `wss://tfchain.${base}/ws`,
  relay: `wss://relay.${base}`,
})

/** Hosts as tfgrid-sdk-ts's playground has them for each network, both stacks. */
const builtIn = (id: string, name: string, base: string, explanation: string, bridge?: Bridge): Network =>
  toNetwork(
    {
      id,
      name,
      ...stack(base),
      kyc: `https://kyc.${base}`,
      activation: `https://activation.${base}/activation/activate`,
      bridge,
      second: stack(`02.${base}`),
    },
    explanation,
  )

/** Sources: tfchain bridge/README; TFT's issuer is in tfgrid-sdk-ts playground's config. */
const bridges = {
  main: {
    address: 'GBNOTAYUMXVO5QDYWYO2SOCOYIJ3XFIP65GKOQN7H65ZZSO6BK4SLWSC',
    issuer: 'GBOVQKJYHXRR3DX6NOX2RRYFRCUMSADGDESTDNBDS6CDVLGVESRTAC47',
  },
  test: { address: 'GA2CWNBUHX7NZ3B5GR4I23FMU7VY5RPA77IUJTIXTTTGKYSKDSV6LUA4' },
}

export const builtInNetworks: readonly Network[] = [
  builtIn('main', 'Production', 'grid.tf', 'Most stable; machines are paid for at the full price.', bridges.main),
  builtIn('test', 'Testing', 'test.grid.tf', 'Stable and cheaper; data may be lost now and then.', bridges.test),
  builtIn('qa', 'QA', 'qa.grid.tf', 'Where a release is checked; it may be reset at any time.'),
  builtIn('dev', 'Development', 'dev.grid.tf', 'Newest and nearly free; it may break, lose data or be reset.'),
]

/** The networks of a site with this config: its own first. One with a built-in id takes that one's place. */
export function networksOf({ networks }: Config): Network[] {
  const own = networks.map((network) => toNetwork(network, 'Added by the owner of this site.'))
  return [...own, ...builtInNetworks.filter(({ id }) => own.every((network) => network.id !== id))]
}

const key = 'network'
const addedKey = 'added-networks'
let known: readonly Network[] = builtInNetworks
let chosen: Network = builtInNetworks[0]!
const listeners = new Set<() => void>()

/**
 * Reads the site's config.json and settles which network is shown: the one chosen before, else the site's default,
 * else production. Runs before the first render. @throws WireError when config.json is there but cannot be used
 */
export async function openNetworks(): Promise<void> {
  const config = (await loadConfig(`${import.meta.env.BASE_URL}config.json`)) ?? { networks: [] }
  const added = readNetworks(localStorage.getItem(addedKey) ?? '[]').map(toAdded)
  const site = networksOf(config)
  known = [...site, ...added.filter(({ id }) => site.every((network) => network.id !== id))]
  const first = firstOf(site, config.defaultNetwork)
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
  tell()
  client.removeQueries({ queryKey: [before] })
}

const toAdded = (described: Described): Network => ({
  ...toNetwork(described, 'Added by you in this browser.'),
  added: true,
})

/** Keeps a network in this browser, under an id of its own. Gives that id. */
export function addNetwork(described: Omit<Described, 'id'>): string {
  const slug =
    described.name
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join('-') ?? 'network'
  const ids = known.map((network) => network.id)
  const id = [slug, ...ids.map((_, i) => `${slug}-${i + 2}`)].find((one) => !ids.includes(one))!
  known = [...known, toAdded({ ...described, id })]
  keepAdded()
  return id
}

/** Forgets a network that was added here. When it is the one that is shown, another has to be chosen first. */
export function removeNetwork(id: string) {
  known = known.filter((network) => network.id !== id || !network.added)
  keepAdded()
}

function keepAdded() {
  const added = known.filter((network) => network.added)
  // What `readNetworks` does not know of is left out when they are read again.
  localStorage.setItem(addedKey, JSON.stringify(added.map((network) => ({ ...network, ...network.first }))))
  tell()
}

/** Uses a service of one stack or the other from now on. What is open is asked for again there. */
export function turnTo(id: string, service: keyof Stack, which: 'first' | 'second') {
  const network = known.find((one) => one.id === id)
  const place = network?.[which]?.[service]
  if (!network || place === undefined || network[service] === place) return
  const turned = { ...network, [service]: place }
  known = known.map((one) => (one === network ? turned : one))
  if (chosen !== network) return
  chosen = turned
  tell()
  // After the pages know the new place.
  setTimeout(() => void client.invalidateQueries({ queryKey: [id] }))
}

function tell() {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const all = (): readonly Network[] => known
export const chosenNetwork = (): Network => chosen

/** The network as it is reached now: what was kept of it earlier may name places that are not in use any more. */
export const inUse = <T extends { id: string }>(network: T): T | Network => knownNetwork(network.id) ?? network

/** `undefined` when it was removed. */
export const knownNetwork = (id: string): Network | undefined => known.find((network) => network.id === id)

/** All networks that can be chosen. */
export const useNetworks = (): readonly Network[] => useSyncExternalStore(subscribe, all)

/** The network that is shown. Every query's key begins with its `id`. */
export const useNetwork = (): Network => useSyncExternalStore(subscribe, chosenNetwork)
