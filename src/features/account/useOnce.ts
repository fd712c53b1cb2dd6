import { useEffect, useState } from 'react'

/** What `make` gives, asked for when the component appears and gone with it. */
export function useOnce<T>(make: () => Promise<T>): T | undefined {
  const [made, setMade] = useState<T>()
  useEffect(
    function makeOne() {
      let here = true
      void make().then((value) => here && setMade(value))
      return () => void (here = false)
    },
    [make],
  )
  return made
}
