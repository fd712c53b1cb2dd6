import { useEffect, useState } from 'react'

const pauseMs = 400

/** The list as it was when it last stood still for a moment: what is being typed is not asked about letter by letter. */
export function usePaced<T extends string | number>(now: T[]): T[] {
  const text = JSON.stringify(now)
  const [settled, settle] = useState(text)
  useEffect(
    function settleAfterPause() {
      const timer = setTimeout(() => settle(text), pauseMs)
      return () => clearTimeout(timer)
    },
    [text],
  )
  return JSON.parse(settled) as T[]
}
