import { createRoute, lazyRouteComponent, redirect, type SearchSchemaInput } from '@tanstack/react-router'
import type { ContractSearch } from '#features/contracts/contract-search.ts'
import type { DeploymentsSearch } from '#features/deployments/deployments-search.ts'
import type { ActivitySearch } from '#features/activity/activity-search.ts'
import type { FarmSearch } from '#features/farms/farm-search.ts'
import type { CompareSearch } from '#features/nodes/compare-search.ts'
import type { ContractsSearch } from '#features/nodes/contracts-search.ts'
import type { NetworksSearch } from '#features/networks/networks-search.ts'
import type { MoneySearch } from '#features/money/money-search.ts'
import { NodesPage } from '#features/nodes/NodesPage.tsx'
import type { NodeSearch } from '#features/nodes/node-search.ts'
import type { StatisticsSearch } from '#features/statistics/scope.ts'
import { client } from '#queries/client.ts'
import { oneFarm } from '#queries/farms.ts'
import { chosenNetwork } from '#queries/networks.ts'
import { oneNode } from '#queries/nodes.ts'
import { builder, drafts, run, shared, template, templates, vm } from './deploy-routes.tsx'
import { getParentRoute, root } from './root-route.tsx'

const home = createRoute({
  getParentRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/nodes', replace: true })
  },
})

const nodes = createRoute({
  getParentRoute,
  path: '/nodes',
  // Kept as it stands in the address: the page reads it, and says what it cannot read.
  validateSearch: (search: NodeSearch & SearchSchemaInput): Record<string, unknown> => search,
  component: NodesPage,
})

const node = createRoute({
  getParentRoute,
  path: '/nodes/$nodeId',
  loader: ({ params }) => {
    const id = Number(params.nodeId)
    if (id > 0) void client.prefetchQuery(oneNode(chosenNetwork(), id))
  },
  component: lazyRouteComponent(() => import('#features/nodes/NodePage.tsx'), 'NodePage'),
})

const nodeTabs = [
  createRoute({
    getParentRoute: () => node,
    path: '/',
    component: lazyRouteComponent(() => import('#features/nodes/NodeOverview.tsx'), 'NodeOverview'),
  }),
  createRoute({
    getParentRoute: () => node,
    path: '/live',
    component: lazyRouteComponent(() => import('#features/nodes/live/LiveTab.tsx'), 'LiveTab'),
  }),
  createRoute({
    getParentRoute: () => node,
    path: '/contracts',
    validateSearch: (search: ContractsSearch & SearchSchemaInput): Record<string, unknown> => search,
    component: lazyRouteComponent(() => import('#features/nodes/NodeContracts.tsx'), 'NodeContracts'),
  }),
  createRoute({
    getParentRoute: () => node,
    path: '/ips',
    component: lazyRouteComponent(() => import('#features/nodes/NodeIps.tsx'), 'NodeIps'),
  }),
  createRoute({
    getParentRoute: () => node,
    path: '/console',
    validateSearch: ({ command }: { command?: string } & SearchSchemaInput): { command?: string } => ({ command }),
    component: lazyRouteComponent(() => import('#features/nodes/console/ConsoleTab.tsx'), 'ConsoleTab'),
  }),
] as const

const compare = createRoute({
  getParentRoute,
  path: '/nodes/compare',
  validateSearch: (search: CompareSearch & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('#features/nodes/ComparePage.tsx'), 'ComparePage'),
})

const farms = createRoute({
  getParentRoute,
  path: '/farms',
  validateSearch: (search: FarmSearch & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('#features/farms/FarmsPage.tsx'), 'FarmsPage'),
})

const farm = createRoute({
  getParentRoute,
  path: '/farms/$farmId',
  loader: ({ params }) => {
    const id = Number(params.farmId)
    if (id > 0) void client.prefetchQuery(oneFarm(chosenNetwork(), id))
  },
  component: lazyRouteComponent(() => import('#features/farms/FarmPage.tsx'), 'FarmPage'),
})

const statistics = createRoute({
  getParentRoute,
  path: '/statistics',
  validateSearch: (search: StatisticsSearch & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('#features/statistics/StatisticsPage.tsx'), 'StatisticsPage'),
})

const sshKeys = createRoute({
  getParentRoute,
  path: '/account/ssh-keys',
  component: lazyRouteComponent(() => import('#features/account/ssh/SshKeysPage.tsx'), 'SshKeysPage'),
})

const activity = createRoute({
  getParentRoute,
  path: '/activity',
  validateSearch: (search: ActivitySearch & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('#features/activity/ActivityPage.tsx'), 'ActivityPage'),
})

const account = createRoute({
  getParentRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('#features/account/AccountPage.tsx'), 'AccountPage'),
})

const deployments = createRoute({
  getParentRoute,
  path: '/deployments',
  validateSearch: (search: DeploymentsSearch & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('#features/deployments/DeploymentsPage.tsx'), 'DeploymentsPage'),
})

const deployment = createRoute({
  getParentRoute,
  path: '/deployments/$contractId',
  component: lazyRouteComponent(() => import('#features/deployments/DeploymentPage.tsx'), 'DeploymentPage'),
})

const deploymentTabs = [
  createRoute({
    getParentRoute: () => deployment,
    path: '/',
    component: lazyRouteComponent(() => import('#features/deployments/Overview.tsx'), 'Overview'),
  }),
  createRoute({
    getParentRoute: () => deployment,
    path: '/json',
    validateSearch: ({ against }: { against?: string } & SearchSchemaInput): { against?: string } =>
      against === undefined ? {} : { against: String(against) },
    component: lazyRouteComponent(() => import('#features/deployments/JsonTab.tsx'), 'JsonTab'),
  }),
  createRoute({
    getParentRoute: () => deployment,
    path: '/cost',
    component: lazyRouteComponent(() => import('#features/deployments/CostTab.tsx'), 'CostTab'),
  }),
  createRoute({
    getParentRoute: () => deployment,
    path: '/update',
    component: lazyRouteComponent(() => import('#features/deployments/UpdateTab.tsx'), 'UpdateTab'),
  }),
  createRoute({
    getParentRoute: () => deployment,
    path: '/contracts',
    component: lazyRouteComponent(() => import('#features/deployments/ContractsTab.tsx'), 'ContractsTab'),
  }),
] as const

const networks = createRoute({
  getParentRoute,
  path: '/networks',
  validateSearch: (search: NetworksSearch & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('#features/networks/NetworksPage.tsx'), 'NetworksPage'),
})

const privateNetwork = createRoute({
  getParentRoute,
  path: '/networks/$name',
  validateSearch: ({ access }: { access?: string } & SearchSchemaInput): { access?: string } =>
    access === undefined ? {} : { access: String(access) },
  component: lazyRouteComponent(() => import('#features/networks/NetworkPage.tsx'), 'NetworkPage'),
})

const contracts = createRoute({
  getParentRoute,
  path: '/contracts',
  validateSearch: (search: ContractSearch & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('#features/contracts/ContractsPage.tsx'), 'ContractsPage'),
})

const contract = createRoute({
  getParentRoute,
  path: '/contracts/$contractId',
  component: lazyRouteComponent(() => import('#features/contracts/ContractPage.tsx'), 'ContractPage'),
})

const farming = createRoute({
  getParentRoute,
  path: '/farming',
  component: lazyRouteComponent(() => import('#features/farming/FarmingPage.tsx'), 'FarmingPage'),
})

const myFarm = createRoute({
  getParentRoute,
  path: '/farming/$farmId',
  component: lazyRouteComponent(() => import('#features/farming/MyFarmPage.tsx'), 'MyFarmPage'),
})

const dao = createRoute({
  getParentRoute,
  path: '/dao',
  component: lazyRouteComponent(() => import('#features/farming/DaoPage.tsx'), 'DaoPage'),
})

const setup = createRoute({
  getParentRoute,
  path: '/account/setup',
  component: lazyRouteComponent(() => import('#features/twin/SetupPage.tsx'), 'SetupPage'),
})

const money = createRoute({
  getParentRoute,
  path: '/account/money',
  validateSearch: (search: MoneySearch & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('#features/money/MoneyPage.tsx'), 'MoneyPage'),
})

const lookup = createRoute({
  getParentRoute,
  path: '/lookup/$text',
  component: lazyRouteComponent(() => import('./LookupPage.tsx'), 'LookupPage'),
})

/** Every page. One more is one route above and one name here; its place in the rail is in `Rail.tsx`. */
export const routeTree = root.addChildren([
  home,
  nodes,
  node.addChildren(nodeTabs),
  compare,
  farms,
  farm,
  statistics,
  builder,
  vm,
  templates,
  template,
  drafts,
  shared,
  run,
  deployments,
  deployment.addChildren(deploymentTabs),
  networks,
  privateNetwork,
  contracts,
  contract,
  activity,
  account,
  farming,
  myFarm,
  dao,
  setup,
  money,
  sshKeys,
  lookup,
])
