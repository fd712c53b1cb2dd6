import { lazy, Suspense, useSyncExternalStore } from 'react'
import type { Chosen } from '#queries/chosen.ts'

const UnlockDialog = lazy(async () => ({ default: (await import('./UnlockDialog.tsx')).UnlockDialog }))

let asked: Chosen | undefined
const listeners = new Set<() => void>()

/** Asks for what opens the key of `account`; `undefined` when that is done with. */
export function askToUnlock(account: Chosen | undefined) {
  asked = account
  for (const listener of listeners) listener()
}

/** Where that is asked: beside the page, whose button for it is gone as soon as the key is open. */
export function UnlockHost() {
  const account = useSyncExternalStore(subscribe, () => asked)
  return <Suspense>{account && <UnlockDialog account={account} onClose={() => askToUnlock(undefined)} />}</Suspense>
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
