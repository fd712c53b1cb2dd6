import { useRouter } from '@tanstack/react-router'
import { useEffect, type RefObject } from 'react'

/** Moves the keyboard and the screen reader to the page when it has changed, as a browser does for a new document. */
export function useFocusOnNavigate(page: RefObject<HTMLElement | null>) {
  const router = useRouter()
  useEffect(
    function focusNewPage() {
      return router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
        // Who goes through the tabs of a page stays on them.
        const onTab = document.activeElement?.matches('.tab[aria-current]')
        if (pathChanged && fromLocation && !onTab) page.current?.focus()
      })
    },
    [router, page],
  )
}
