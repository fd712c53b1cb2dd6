import { useSyncExternalStore } from 'react'
import { callback, openVault } from '#protocols/worker/open.ts'
import type { Chosen } from './chosen.ts'

const listeners = new Set<() => void>()

let unlocked: readonly string[] = []
let watching: Promise<void> | undefined

/** The addresses whose keys are unlocked in the worker. */
export const useUnlocked = (): readonly string[] => useSyncExternalStore(subscribe, () => unlocked)

/** Can it sign messages and talk to nodes now? Keys without a password open by themselves. */
export const isOpen = (account: Chosen, unlockedNow: readonly string[]): boolean =>
  (account.by === 'key' && account.guard === 'browser') || unlockedNow.includes(account.address)

/** Drops one key, or all of them. */
export const lock = async (address?: string) => (await openVault()).lock(address)

function subscribe(listener: () => void) {
  watching ??= watch()
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

async function watch() {
  const vault = await openVault()
  const onChange = (addresses: string[]) => {
    unlocked = addresses
    for (const listener of listeners) listener()
  }
  await vault.watch(callback(onChange))
}
