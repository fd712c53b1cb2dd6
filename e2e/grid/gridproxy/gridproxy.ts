import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { BadRequest } from './filter.ts'
import { answer, balanceOf, onlyKnown, parametersOf, type Listing } from './listing.ts'
import { billListing, consumption, contractListing } from './contracts.ts'
import { farmListing } from './farms.ts'
import { listed, nodeListing, single, statusIn } from './nodes.ts'
import { ipListing } from './public-ips.ts'
import type { Records } from './records.ts'
import type { NodeRow } from './rows.ts'
import { stats } from './stats.ts'
import { description, handbook, type Routes } from './swagger.ts'
import { shownTwin, twinListing } from './twins.ts'

/** Answers that GridProxy gets from the node itself; both reject when the node does not answer. */
export type LiveNodes = {
  statistics: (nodeId: number) => Promise<unknown>
  cards: (nodeId: number) => Promise<unknown>
}

class Failure extends Error {
  readonly status: ContentfulStatusCode

  constructor(status: ContentfulStatusCode, message: string) {
    super(message)
    this.status = status
  }
}

const queryOf = (c: Context): URLSearchParams => new URL(c.req.url).searchParams

/** A list's page; `show` makes the row what the client sees. */
function page<Row>(
  c: Context,
  listing: Listing<Row>,
  rows: Iterable<Row>,
  show: (row: Row) => unknown = (row) => row,
): Response {
  const { rows: found, headers } = answer(listing, rows, queryOf(c))
  return c.json(found.map(show), 200, headers)
}

/** Every route with the parameters it takes. */
const routes: Routes = {
  '/nodes': parametersOf(nodeListing),
  '/nodes/{node_id}': [],
  '/nodes/{node_id}/status': [],
  '/nodes/{node_id}/statistics': [],
  '/nodes/{node_id}/gpu': [],
  '/gateways': parametersOf(nodeListing),
  '/gateways/{node_id}': [],
  '/gateways/{node_id}/status': [],
  '/farms': parametersOf(farmListing),
  '/public_ips': parametersOf(ipListing),
  '/contracts': parametersOf(contractListing),
  '/contracts/{contract_id}': [],
  '/contracts/{contract_id}/bills': parametersOf(billListing),
  '/twins': parametersOf(twinListing),
  '/twins/{twin_id}/consumption': [],
  '/stats': ['status'],
  '/health': [],
  '/ping': [],
  '/version': [],
}

const indexers = ['gpu', 'health', 'dmi', 'speed', 'ipv6', 'workloads', 'features', 'cpu_benchmark']

/** The REST view of the grid. Source: tfgrid-sdk-go grid-proxy internal/explorer/server.go */
export function gridproxy(records: Records, live: LiveNodes): Hono {
  const app = new Hono({ strict: false })
  const nodeOf = (c: Context): NodeRow => {
    const row = records.node(Number(c.req.param('id')))
    if (!row) throw new Failure(404, 'node not found')
    return row
  }
  const upNode = (c: Context): number => {
    const { json } = nodeOf(c)
    if (json.status !== 'up') throw new Failure(500, `node ${json.nodeId} is not up`)
    return json.nodeId
  }
  const gatewayOf = (c: Context): NodeRow => {
    const row = records.node(Number(c.req.param('id')))
    if (!row?.json.publicConfig.domain) throw new Failure(404, 'gateway not found')
    return row
  }
  const nodes = (c: Context) => {
    const balance = balanceOf(queryOf(c))
    return page(c, nodeListing, records.nodes(), (row) => listed(row, balance))
  }

  app.onError((error, c) => {
    if (error instanceof BadRequest) return c.json({ error: error.message }, 400)
    return c.json({ error: error.message }, error instanceof Failure ? error.status : 500)
  })

  // Upstream's handlers take any method.
  app.all('/nodes', nodes)
  // Upstream's /gateways is the same list and does not restrict it either.
  app.all('/gateways', nodes)
  app.all('/nodes/:id{[0-9]+}', (c) => c.json(single(nodeOf(c))))
  app.all('/gateways/:id{[0-9]+}', (c) => c.json(single(gatewayOf(c))))
  app.all('/nodes/:id{[0-9]+}/status', (c) => c.json({ status: nodeOf(c).json.status }))
  app.all('/gateways/:id{[0-9]+}/status', (c) => c.json({ status: nodeOf(c).json.status }))
  app.all('/nodes/:id{[0-9]+}/statistics', async (c) => c.json(await live.statistics(upNode(c))))
  app.all('/nodes/:id{[0-9]+}/gpu', async (c) => c.json(await live.cards(upNode(c))))

  app.all('/farms', (c) => page(c, farmListing, records.farms(), ({ json }) => json))
  app.all('/public_ips', (c) => page(c, ipListing, records.publicIps()))

  app.all('/contracts', (c) => page(c, contractListing, records.contracts(), ({ json }) => json))
  app.all('/contracts/:id{[0-9]+}', (c) => {
    const row = records.contract(Number(c.req.param('id')))
    if (!row) throw new Failure(404, 'contract not found')
    return c.json(row.json)
  })
  app.all('/contracts/:id{[0-9]+}/bills', (c) =>
    page(c, billListing, records.contract(Number(c.req.param('id')))?.bills ?? []),
  )

  app.all('/twins', (c) => page(c, twinListing, records.twins(), shownTwin))
  app.all('/twins/:id{[0-9]+}/consumption', (c) => c.json(consumption(records.contracts(), Number(c.req.param('id')))))

  app.all('/stats', (c) => {
    onlyKnown(queryOf(c), ['status'])
    return c.json(stats(records, statusIn(queryOf(c))))
  })
  app.all('/ping', (c) => c.json({ ping: 'pong' }))
  app.all('/version', (c) => c.json({ version: 'v0.16.5' }))
  app.all('/health', (c) => {
    const updated_at = Math.floor(Date.now() / 1000)
    const fresh = Object.fromEntries(indexers.map((name) => [name, { updated_at }]))
    return c.json({ total_state_ok: true, db_conn: 'ok', rmb_conn: 'ok', indexers: fresh })
  })
  app.all('/', (c) => c.json(`welcome to grid proxy server, available endpoints [${Object.keys(routes).join(', ')}]`))
  app.all('/swagger', (c) => c.html(handbook(routes)))
  app.all('/swagger/doc.json', (c) => c.json(description(routes)))
  // Said here because the app that this one is mounted in does not ask it for its own words.
  app.all('*', (c) => c.text('404 page not found', 404))
  return app
}
