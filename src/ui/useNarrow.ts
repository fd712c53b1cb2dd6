import { useSyncExternalStore } from 'react'

const narrow = '(max-width: 899px)'

function subscribe(changed: () => void) {
  const query = matchMedia(narrow)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Whether the window is under 900 px: tables become two-line rows, the rail a drawer. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(narrow).matches)
