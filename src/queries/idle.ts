import { useSyncExternalStore } from 'react'

/** After how many minutes without a touch keys are locked; `undefined`: never. */
export type IdleMinutes = 5 | 15 | 60 | undefined

export const idleChoices: readonly IdleMinutes[] = [5, 15, 60, undefined]
const key = 'lock-after'
const never = 'never'
const checkMs = 5_000
const listeners = new Set<() => void>()

let minutes: IdleMinutes = read()

export const useIdleMinutes = (): IdleMinutes => useSyncExternalStore(subscribe, () => minutes)

export function lockAfter(chosen: IdleMinutes) {
  minutes = chosen
  localStorage.setItem(key, String(chosen ?? never))
  for (const listener of listeners) listener()
}

/** Calls `lock` once nobody touched the page for as long as was chosen. A computer that slept counts as untouched. */
export function lockWhenIdle(lock: () => void) {
  let touchedAt = Date.now()
  const check = () => {
    if (minutes === undefined || Date.now() - touchedAt < minutes * 60_000) return
    touchedAt = Date.now()
    lock()
  }
  // The touch that wakes a computer comes before any timer.
  const touched = () => {
    check()
    touchedAt = Date.now()
  }
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
    addEventListener(event, touched, { capture: true, passive: true })
  setInterval(check, checkMs)
}

function read(): IdleMinutes {
  const kept = localStorage.getItem(key)
  return kept === never ? undefined : (idleChoices.find((choice) => String(choice) === kept) ?? 15)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
