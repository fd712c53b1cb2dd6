import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/** Reads what this browser keeps under `key`, and again whenever this or another tab writes it; `null` for nothing. */
export const useKept = (key: string): string | null => useSyncExternalStore(subscribe, () => localStorage.getItem(key))

export function keep(key: string, text: string) {
  localStorage.setItem(key, text)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
