import { createRoute, lazyRouteComponent, redirect, type SearchSchemaInput } from '@tanstack/react-router'
import { readBuilderSearch, type BuilderSearch } from '#features/deploy/builder/builder-search.ts'
import { getParentRoute } from './root-route.tsx'

export const builder = createRoute({
  getParentRoute,
  path: '/deploy',
  validateSearch: (search: BuilderSearch & SearchSchemaInput): BuilderSearch => readBuilderSearch({ ...search }),
  // Pointing at a link keeps no draft yet.
  beforeLoad: async ({ search, preload }) => {
    if (search.draft !== undefined || preload) return
    const { beginBlank } = await import('#features/deploy/builder/begin.ts')
    throw redirect({ to: '/deploy', search: await beginBlank(), replace: true })
  },
  component: lazyRouteComponent(() => import('#features/deploy/builder/BuilderPage.tsx'), 'BuilderPage'),
})

export const vm = createRoute({
  getParentRoute,
  path: '/deploy/vm',
  validateSearch: ({ node: id }: { node?: number | string } & SearchSchemaInput): { node?: number } =>
    Number(id) > 0 ? { node: Number(id) } : {},
  beforeLoad: async ({ search, preload }) => {
    if (preload) return
    const { beginMachine } = await import('#features/deploy/builder/begin.ts')
    throw redirect({ to: '/deploy', search: await beginMachine(search.node), replace: true })
  },
})

export const templates = createRoute({
  getParentRoute,
  path: '/deploy/templates',
  validateSearch: ({ find }: { find?: string } & SearchSchemaInput): { find?: string } =>
    find === undefined ? {} : { find: String(find) },
  component: lazyRouteComponent(() => import('#features/deploy/templates/TemplatesPage.tsx'), 'TemplatesPage'),
})

export const template = createRoute({
  getParentRoute,
  path: '/deploy/templates/$templateId',
  validateSearch: ({ node: id }: { node?: number | string } & SearchSchemaInput): { node?: number } =>
    Number(id) > 0 ? { node: Number(id) } : {},
  component: lazyRouteComponent(() => import('#features/deploy/templates/TemplatePage.tsx'), 'TemplatePage'),
})

export const drafts = createRoute({
  getParentRoute,
  path: '/deploy/drafts',
  component: lazyRouteComponent(() => import('#features/deploy/drafts/DraftsPage.tsx'), 'DraftsPage'),
})

export const shared = createRoute({
  getParentRoute,
  path: '/deploy/shared',
  component: lazyRouteComponent(() => import('#features/deploy/text/SharedPage.tsx'), 'SharedPage'),
})

export const run = createRoute({
  getParentRoute,
  path: '/deploy/runs/$runId',
  component: lazyRouteComponent(() => import('#features/deploy/run/RunPage.tsx'), 'RunPage'),
})
