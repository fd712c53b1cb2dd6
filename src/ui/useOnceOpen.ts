import { useState } from 'react'

/** Was it ever open? Until then nothing has to be drawn, nor its code fetched. */
export function useOnceOpen(open: boolean): boolean {
  const [was, setWas] = useState(open)
  if (open && !was) setWas(true)
  return was || open
}
