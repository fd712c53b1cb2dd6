import { useState } from 'react'

/**
 * Does something that is given secrets, and says how it goes. A mutation would do the same, but the query cache keeps what
 * its mutations were given.
 */
export function useAttempt<Given extends unknown[]>(act: (...given: Given) => Promise<unknown>) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const attempt = async (...given: Given) => {
    setBusy(true)
    setError(undefined)
    try {
      await act(...given)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return { attempt, busy, error, forget: () => setError(undefined) }
}
