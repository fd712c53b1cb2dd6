import { lazy, Suspense } from 'react'
import type { ImportProps } from './found.ts'
import { SkeletonLines } from '#ui/Skeleton.tsx'

const Fields = lazy(async () => ({ default: (await import('./ImportFields.tsx')).ImportFields }))

/** The code that reads plans comes when somebody imports one. */
export const ImportSource = (props: ImportProps) => (
  <Suspense fallback={<SkeletonLines />}>
    <Fields {...props} />
  </Suspense>
)
