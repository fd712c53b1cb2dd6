// The house's layers. Each folder may import itself and the folders to its left.
const layers = ['domain', 'protocols', 'queries', 'features', 'app']
// Each feature may import the features to its left.
const features = [
  'account',
  'twin',
  'money',
  'lists',
  'nodes',
  'farms',
  'statistics',
  'networks',
  'contracts',
  'deployments',
  'activity',
  'farming',
  'deploy',
]
const above = (order, i) => order.slice(i + 1).join('|')

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphan',
      severity: 'error',
      from: { orphan: true, pathNot: 'main\\.tsx$|\\.d\\.ts$|\\.config\\.ts$|\\.m?js$|\\.json$|\\.css$' },
      to: {},
    },
    { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?' } },
    ...layers.slice(0, -1).map((layer, i) => ({
      name: `${layer}-looks-left`,
      severity: 'error',
      from: { path: `^src/${layer}/` },
      to: { path: `^src/(${above(layers, i)})/` },
    })),
    ...features.slice(0, -1).map((feature, i) => ({
      name: `${feature}-looks-left`,
      severity: 'error',
      from: { path: `^src/features/${feature}/` },
      to: { path: `^src/features/(${above(features, i)})/` },
    })),
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/(@noble/|ipaddr\\.js|yaml/)' },
    },
    {
      name: 'ui-knows-no-grid',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(domain|protocols|queries|features|app)/' },
    },
    {
      name: 'app-never-reaches-grid',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^e2e/', reachable: true },
    },
    {
      name: 'extension-knows-no-app',
      severity: 'error',
      from: { path: '^e2e/extension/' },
      to: { path: '^(src|e2e/(grid|support|journeys))/' },
    },
    {
      name: 'grid-never-renders',
      severity: 'error',
      from: { path: '^e2e/grid/' },
      to: { path: '^src/(queries|ui|features|app)/|node_modules/react/', reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
