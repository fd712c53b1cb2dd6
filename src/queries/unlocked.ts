import { useSyncExternalStore } from 'react'
import { callback, openVault } from '#protocols/worker/open.ts'
import type { Chosen } from './chosen.ts'
import { client } from './client.ts'
import { lockWhenIdle } from './idle.ts'
import { isKeyFault } from './silence.ts'

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

/** Calls `listener` whenever a key is unlocked or locked, until what it gives is called. */
export const onUnlocked = (listener: () => void): (() => void) => subscribe(listener)

function subscribe(listener: () => void) {
  watching ??= watch()
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

async function watch() {
  const vault = await openVault()
  const onChange = (addresses: string[]) => {
    const more = addresses.some((address) => !unlocked.includes(address))
    unlocked = addresses
    for (const listener of listeners) listener()
    // What failed for want of the key is asked again.
    if (more) void client.refetchQueries({ type: 'active', predicate: ({ state }) => isKeyFault(state.error) })
  }
  await vault.watch(callback(onChange))
  const lockAll = () => void vault.lock()
  lockWhenIdle(lockAll)
  // The browser may keep a page that was left, to show it again at once.
  addEventListener('pagehide', lockAll)
}
