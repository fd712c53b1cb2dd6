import { useEffect, useState } from 'react'

/** `value` once it has stayed the same for `pauseMs`; until it first has, `before`. */
export function useSettled<T>(value: T, pauseMs: number, before = value): T {
  const [settled, setSettled] = useState(before)
  useEffect(
    function waitForPause() {
      const timer = setTimeout(() => setSettled(value), pauseMs)
      return () => clearTimeout(timer)
    },
    [value, pauseMs],
  )
  return settled
}
