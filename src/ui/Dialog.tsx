import { lazy, Suspense, type ComponentProps } from 'react'
import { useOnceOpen } from './useOnceOpen.ts'

const Late = lazy(async () => ({ default: (await import('./floating/Dialog.tsx')).Dialog }))

/** Takes the screen for one decision. Escape and a press outside close it; focus returns to what opened it. */
export const Dialog = (props: ComponentProps<typeof Late>) =>
  useOnceOpen(props.open) && (
    <Suspense>
      <Late {...props} />
    </Suspense>
  )
