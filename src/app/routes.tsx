import {
  createRootRoute,
  createRoute,
  lazyRouteComponent,
  redirect,
  type SearchSchemaInput,
} from '@tanstack/react-router'
import { client } from '#queries/client.ts'
import { chosenNetwork } from '#queries/networks.ts'
import { oneNode } from '#queries/nodes.ts'
import type { NodeSearch } from '#features/nodes/node-search.ts'
import { CrashPage } from './CrashPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { Shell } from './Shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: CrashPage })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/nodes', replace: true })
  },
})

const nodes = createRoute({
  getParentRoute: () => root,
  path: '/nodes',
  // Kept as it stands in the address: the page reads it, and says what it cannot read.
  validateSearch: (search: NodeSearch & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('#features/nodes/NodesPage.tsx'), 'NodesPage'),
})

const node = createRoute({
  getParentRoute: () => root,
  path: '/nodes/$nodeId',
  loader: ({ params }) => void client.prefetchQuery(oneNode(chosenNetwork(), Number(params.nodeId))),
  component: lazyRouteComponent(() => import('#features/nodes/NodePage.tsx'), 'NodePage'),
})

/** Every page. One more is one route above and one name here; its place in the rail is in `Rail.tsx`. */
export const routeTree = root.addChildren([home, nodes, node])
