import type { ChainTwin } from '#grid/chain/nouns.ts'

/** How relays and nodes look a twin up on the chain. */
export type Directory = (twin: number) => ChainTwin | undefined | Promise<ChainTwin | undefined>

/** The hosts of the relays a twin listens to. Source: tfchain pallet-tfgrid relay.rs 33046d6: hosts joined by `_`. */
export const hostsOf = (relay: string): string[] => [...new Set(relay.split('_'))]
