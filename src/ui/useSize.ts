import { useEffect, useState, type RefObject } from 'react'

/** In CSS pixels. */
export type Size = { width: number; height: number }

/** How large something is drawn, now and whenever that changes; `undefined` before it is drawn. */
export function useSize(of: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>()
  useEffect(
    function followSize() {
      const element = of.current
      if (!element) return
      const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
      observer.observe(element)
      return () => observer.disconnect()
    },
    [of],
  )
  return size
}
