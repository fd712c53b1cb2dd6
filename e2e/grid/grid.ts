import type { Server } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { createAdaptorServer } from '@hono/node-server'
import { encodeAddress } from '@polkadot/util-crypto'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Deployment } from '#domain/deployment/deployment.ts'
import { activation } from './activation.ts'
import { Chain } from './chain/chain.ts'
import type { ChainEvent } from './chain/nouns.ts'
import { faultControl } from './fault-control.ts'
import { Faults, type Fault } from './faults.ts'
import { consequences, isShut } from './faults/consequences.ts'
import { extrinsicTrouble } from './faults/extrinsic-trouble.ts'
import { troubledKyc, troubledProxy } from './faults/services.ts'
import { gridproxy } from './gridproxy/gridproxy.ts'
import { Records } from './gridproxy/records.ts'
import { resolver } from './dns/resolver.ts'
import { kyc } from './kyc/kyc.ts'
import { Register } from './kyc/register.ts'
import { cards } from './node/commands/gpu.ts'
import { Fleet } from './node/fleet.ts'
import { relayHttp } from './relay/relay-http.ts'
import { powerKeeper } from './power-keeper.ts'
import { Relays } from './relay/relays.ts'
import { Usage } from './usage.ts'
import { makeWorld, type World } from './world.ts'
import type { Account } from './world/accounts.ts'

export type GridOptions = {
  /** 0 takes any that is free. */
  port?: number
  seed?: number
  farms?: number
  nodes?: number
  /** From one block to the next. */
  blockMs?: number
  /** Roughly how many ms a node takes for a workload. */
  pace?: number
}

/** The line that says where everything is. A contract: other programs drive the grid by it. */
export type Ready = {
  ready: true
  chain: string
  relay: string
  relayDomain: string
  gridproxy: string
  kyc: string
  /** DNS over HTTPS in its JSON form. */
  resolver: string
  activation: string
  faults: string
  accounts: Account[]
  sampleNodes: number[]
}

export type Grid = {
  ready: Ready
  chain: Chain
  faults: Faults
  /** A node to trouble, or to look into. @throws RangeError when it is not up */
  node: (id: number) => { goOffline: () => void; goOnline: () => void; reboot: () => void; holds: () => Deployment[] }
  stop: () => Promise<void>
}

const host = '127.0.0.1'
/** By which twins name the grid's second relay. */
const secondHost = '127.0.0.2'

/** Takes up what the chain's contracts take of nodes. */
function usageOf(world: World): Usage {
  const usage = new Usage()
  for (const { chain, deleted, capacity } of world.contracts)
    if (!deleted && chain.detail.kind === 'node') usage.set(chain.detail.nodeId, chain.id, capacity)
  return usage
}

function open(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

/** Starts a whole grid in this process, on one port of this machine alone. Rejects when the port is taken. */
export async function startGrid({
  port = 0,
  seed = 1,
  farms = 40,
  nodes = 200,
  blockMs,
  pace = 800,
}: GridOptions = {}): Promise<Grid> {
  const relaySockets = new Set<Duplex>()
  const closeRelay = () => {
    for (const socket of relaySockets) socket.destroy()
  }
  const faults = new Faults(closeRelay)
  const world = await makeWorld({ seed, farms, nodes, relayDomain: host, secondRelayDomain: secondHost })
  const usage = usageOf(world)
  const register = new Register(
    world.verified,
    (account) => faults.doubtOf(encodeAddress(account, 42)),
    () => faults.of('kyc-down') !== undefined,
  )
  const chain = new Chain({ genesis: world.genesis, blockMs, trouble: extrinsicTrouble(faults) })
  const accountOf = (twin: number) => chain.twin(twin)?.account
  const relay = new Relays({
    twinOf: (twin) => chain.twin(twin),
    domains: [host, secondHost],
    url: () => `http://${at}/relay`,
    now: () => faults.now(),
  })
  const fleet = new Fleet(world, { chain, register, usage, faults, pace }, relay)
  const records = new Records(world, usage, {
    farmOf: (id) => chain.farm(id),
    cardsOf: (id) => {
      const told = world.nodes[id - 1]?.status === 'up' ? cards(fleet.node(id)) : null
      return told?.map((card) => ({ ...card, contract: Number(card.contract) }))
    },
    mute: () => faults.nodesWith('node-offline', 'node-silent', 'node-standby'),
  })

  faults.onChange(() => records.miss(faults.nodesWith('node-offline')))

  chain.onFunded((account) => register.verify(account))
  const isAlive = (id: number) => world.nodes[id - 1]?.status !== 'down'
  chain.onEvent(powerKeeper((id) => chain.obeyPowerTarget(id), isAlive))
  chain.onEvent((event: ChainEvent) => {
    records.follow(event)
    fleet.follow(event)
  })

  const app = new Hono({ strict: false })
  app.use(cors({ origin: '*', exposeHeaders: ['*'] }))
  app.use('/gridproxy/*', troubledProxy(faults))
  app.use('/kyc/*', troubledKyc(faults))
  app.route('/gridproxy', gridproxy(records, fleet))
  app.route('/kyc', kyc(register, accountOf))
  app.route('/dns', resolver())
  app.route('/relay', relayHttp(relay.at))
  app.route('/activation', activation(chain))
  const faultProblem = (fault: Fault) =>
    'node' in fault && world.nodes[fault.node - 1]?.status !== 'up' ? `Node ${fault.node} is not up` : undefined
  app.route('/faults', faultControl(faults, faultProblem))

  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  const chainServer = new WebSocketServer({ noServer: true })
  chainServer.on('connection', (socket: WebSocket) => {
    socket.on('error', () => socket.terminate())
    chain.accept(socket)
  })
  const closeChain = () => {
    for (const socket of chainServer.clients) socket.terminate()
  }
  consequences(faults, { chain, relay, closeRelay, closeChain })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const path = request.url?.split('?')[0]?.replace(/\/$/, '')
    if (isShut(faults, path)) socket.destroy()
    else if (path === '/chain')
      chainServer.handleUpgrade(request, socket, head, (opened) => chainServer.emit('connection', opened))
    else if (path === '/relay') {
      relaySockets.add(socket)
      socket.on('close', () => relaySockets.delete(socket))
      void relay.upgrade(request, socket, head)
    } else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
  })

  const opened = await open(server, port)
  const at = `${host}:${opened}`
  // Where this machine has no such address, as on macOS, the second relay is called by its name in the Host header.
  const secondDoor = createServer((socket) => server.emit('connection', socket))
  secondDoor.on('error', () => {})
  secondDoor.listen(opened, secondHost)
  await chain.start()
  return {
    ready: {
      ready: true,
      chain: `ws://${at}/chain`,
      relay: `ws://${at}/relay`,
      relayDomain: host,
      gridproxy: `http://${at}/gridproxy`,
      kyc: `http://${at}/kyc`,
      resolver: `http://${at}/dns`,
      activation: `http://${at}/activation`,
      faults: `http://${at}/faults`,
      accounts: world.accounts,
      sampleNodes: world.sampleNodes,
    },
    chain,
    faults,
    node: (id) => {
      const node = fleet.node(id)
      return {
        goOffline: () => faults.activate({ fault: 'node-offline', node: id }),
        goOnline: () => faults.clear((fault) => fault.fault === 'node-offline' && fault.node === id),
        reboot: () => node.reboot(),
        holds: () => node.deployments.all().map((kept) => kept.standing),
      }
    },
    async stop() {
      fleet.close()
      chain.stop()
      relay.close()
      closeRelay()
      secondDoor.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
