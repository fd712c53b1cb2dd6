import { WifiOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'

function subscribe(changed: () => void) {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** Says that the browser is offline, for as long as it is. */
export function OfflineBanner() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <output className="block">
      {!online && (
        <span className="note note-warn mx-2 mb-2">
          <WifiOff />
          <span>
            <b>Offline.</b> What is loaded stays readable. New figures come when the connection is back.
          </span>
        </span>
      )}
    </output>
  )
}
