import { lazy, Suspense, type ComponentProps } from 'react'
import { useOnceOpen } from './useOnceOpen.ts'

const Late = lazy(async () => ({ default: (await import('./floating/Drawer.tsx')).Drawer }))

/** Slides in from the left over the page, for what has no room beside it. */
export const Drawer = (props: ComponentProps<typeof Late>) =>
  useOnceOpen(props.open) && (
    <Suspense>
      <Late {...props} />
    </Suspense>
  )
