import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Node } from '#domain/node.ts'
import { showSpan } from '#domain/time.ts'
import { explain } from '#queries/explain.ts'
import { reach } from '#queries/hear.ts'
import { useNetwork } from '#queries/networks.ts'
import { isKeyFault } from '#queries/silence.ts'
import { State } from '#ui/State.tsx'

/**
 * Whether a node answers over RMB, and how fast. It is asked while it is in view, and no longer when it has left it.
 * Those that are not up are not asked: it would keep the others waiting.
 */
export function Reachability({ node }: { node: Node }) {
  const place = useRef<HTMLSpanElement>(null)
  const inView = useInView(place)
  return (
    <span ref={place} className="inline-block min-h-5 min-w-16">
      {node.status !== 'up' ? <span className="text-ink-3">–</span> : inView && <Reached node={node} />}
    </span>
  )
}

function Reached({ node }: { node: Node }) {
  const { data, error, isFetching } = useQuery(reach(useNetwork(), node))
  if (error && isKeyFault(error)) return <span className="text-ink-3">Needs an account</span>
  if (data) return <State kind="up">{showSpan(data.tookMs)}</State>
  if (isFetching) return <State kind="waiting">Asking</State>
  return (
    error && (
      <span title={explain(error).title}>
        <State kind="down">No answer</State>
      </span>
    )
  )
}

function useInView(place: RefObject<Element | null>): boolean {
  const [inView, setInView] = useState(false)
  useEffect(
    function watchPlace() {
      const observer = new IntersectionObserver(([entry]) => setInView(entry?.isIntersecting ?? false))
      if (place.current) observer.observe(place.current)
      return () => observer.disconnect()
    },
    [place],
  )
  return inView
}
