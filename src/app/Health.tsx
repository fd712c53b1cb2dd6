import { lazy, Suspense } from 'react'
import { useSettled } from './useSettled.ts'

const HealthDots = lazy(async () => ({ default: (await import('./HealthDots.tsx')).HealthDots }))

/** The page and what it shows come first; how well everything is can wait so long. */
const pageFirstMs = 2_000

/** The dots of the network's services, once the page has had its time. */
export function Health() {
  const due = useSettled<boolean>(true, pageFirstMs, false)
  return <Suspense>{due && <HealthDots />}</Suspense>
}
