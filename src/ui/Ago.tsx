import { useEffect, useState } from 'react'

const units: [name: string, seconds: number][] = [
  ['y', 365 * 86_400],
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
]

/** A span in its largest unit, rounded down: `93 → "1 min"`, `1_209_600 → "14 d"`. */
export function roughSpan(seconds: number): string {
  const [unit, size] = units.find(([, least]) => seconds >= least) ?? ['s', 1]
  return `${Math.max(0, Math.floor(seconds / size))} ${unit}`
}

/** How long ago something was, kept true while it is looked at. The moment itself on hover. */
export function Ago({ atMs }: { atMs: number }) {
  const [now, setNow] = useState(Date.now)
  useEffect(function tick() {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <time dateTime={new Date(atMs).toISOString()} title={new Date(atMs).toLocaleString()}>
      {roughSpan((now - atMs) / 1_000)} ago
    </time>
  )
}
