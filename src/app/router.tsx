import { createRouter } from '@tanstack/react-router'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { routeTree } from './routes.tsx'
import { parseSearch, stringifySearch } from './search-text.ts'

export const router = createRouter({
  routeTree,
  basepath: import.meta.env.BASE_URL,
  parseSearch,
  stringifySearch,
  // Pointing at a link loads its page and its data; queries know by themselves what is still fresh.
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingComponent: SkeletonLines,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
