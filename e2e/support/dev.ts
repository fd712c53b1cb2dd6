import { createServer } from 'vite'
import { root } from './dist.ts'
import { run } from './run.ts'

run(async ({ port, config }) => {
  const server = await createServer({
    root,
    server: { host: '127.0.0.1', port, strictPort: true },
    plugins: [
      {
        name: 'config-json',
        configureServer: ({ middlewares }) => {
          middlewares.use('/config.json', (_request, response) => {
            response.setHeader('content-type', 'application/json').end(JSON.stringify(config))
          })
        },
      },
    ],
  })
  await server.listen()
})
