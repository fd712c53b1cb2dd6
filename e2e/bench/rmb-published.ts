import { createRequire } from 'node:module'
import process from 'node:process'
import { msOf } from './measure.ts'

/**
 * The published `@threefold/rmb_direct_client`, wherever it is installed, as it comes but for the address it dials: it can
 * name no relay with a port on the chain. Run by `rmb.ts`; says what it saw as one line of JSON.
 */
export type Published = { connectMs: number; callMs: number[]; manyMs: number }

type Client = {
  tfclient: { connect: () => Promise<void> }
  session: string
  relayUrl: string
  updateUrl: () => string
  newJWT: (session: string) => string
  connect: () => Promise<void>
  send: (command: string, payload: undefined, twin: number, minutes: number) => Promise<string>
  read: (uid: string) => Promise<unknown>
}
type Package = {
  Client: new (chain: string, relay: string, mnemonic: string, session: string, type: string, retries: number) => Client
}

const [folder, chain, relay, mnemonic, node] = process.argv.slice(2) as [string, string, string, string, string]
const published = createRequire(`${folder}/package.json`)('@threefold/rmb_direct_client') as Package
// It talks to the console.
const { log } = console
Object.assign(console, { log: () => {}, info: () => {}, debug: () => {}, warn: () => {}, error: () => {} })

const client = new published.Client(chain, relay, mnemonic, 'published', 'sr25519', 3)
client.relayUrl = `wss://${new URL(relay).hostname}`
client.updateUrl = () => `${relay}?${client.newJWT(client.session)}`
await client.tfclient.connect()

const call = async () => client.read(await client.send('zos.system.version', undefined, Number(node), 1))
const connectMs = await msOf(() => client.connect())
const callMs: number[] = []
for (let run = 0; run < 5; run++) callMs.push(await msOf(call))
const manyMs = await msOf(() => Promise.all(Array.from({ length: 20 }, call)))
log(JSON.stringify({ connectMs, callMs, manyMs } satisfies Published))
process.exit(0)
