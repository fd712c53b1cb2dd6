/** Paths, ids in braces, each with the query parameters it takes. */
export type Routes = Record<string, string[]>

const inPath = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)

/** The routes in the words of Swagger 2, for tools. */
export const description = (routes: Routes) => ({
  swagger: '2.0',
  info: { title: 'Grid Proxy Server API', version: '1.0' },
  paths: Object.fromEntries(
    Object.entries(routes).map(([path, names]) => {
      const parameters = [
        ...inPath(path).map((name) => ({ name, in: 'path', required: true, type: 'integer' })),
        ...names.map((name) => ({ name, in: 'query', required: false, type: 'string' })),
      ]
      return [path, { get: { produces: ['application/json'], parameters, responses: { 200: { description: 'OK' } } } }]
    }),
  ),
})

/** The same as a page for people. */
export const handbook = (routes: Routes): string => {
  const rows = Object.entries(routes).map(
    ([path, names]) => `<dt><code>${path}</code></dt><dd>${names.map((name) => `<code>${name}</code>`).join(' ')}</dd>`,
  )
  return `<!doctype html><html lang="en"><title>Grid Proxy Server API</title><h1>Grid Proxy Server API</h1><dl>${rows.join('')}</dl></html>`
}
