import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ApiPromise, WsProvider } from '@polkadot/api'
import type { SubmittableExtrinsic } from '@polkadot/api/types'
import { Keyring } from '@polkadot/keyring'
import type { KeyringPair } from '@polkadot/keyring/types'
import { cryptoWaitReady } from '@polkadot/util-crypto'
import { WebSocketServer } from 'ws'
import { bytes } from '#domain/units.ts'
import { Chain } from './chain.ts'
import type { ChainGenesis, ChainNode } from './nouns.ts'

await cryptoWaitReady()
const keyring = new Keyring({ type: 'sr25519' })
export const alice = keyring.addFromUri('//Alice')
export const bob = keyring.addFromUri('//Bob')
/** Has a twin, 3, and signs with the other scheme. */
export const carol = keyring.addFromUri('//Carol', {}, 'ed25519')
/** Has nothing. */
export const dave = keyring.addFromUri('//Dave')

/** Has the farm, and twin 1. */
export const farmer = keyring.addFromUri('//Farmer')
/** The account of every node. */
export const zos = keyring.addFromUri('//Node')

export const node = (id: number, change: Partial<ChainNode> = {}): ChainNode => ({
  id,
  farmId: 1,
  twinId: 2,
  resources: { cru: 8, mru: bytes(2 ** 34), sru: bytes(2 ** 40), hru: bytes(0) },
  location: { city: 'Ghent', country: 'Belgium', latitude: '51.05', longitude: '3.72' },
  publicConfig: null,
  created: 1_600_000_000,
  certification: 'Diy',
  serialNumber: null,
  extraFee: 0,
  power: null,
  ...change,
})

/** One farm with two addresses; node 1 is ready, 2 asleep, 3 wants a fee from whoever rents it. */
export const genesis: ChainGenesis = {
  accounts: [alice, bob, carol].map(({ publicKey }) => ({ account: publicKey, free: 10_000_000_000n })),
  twins: [
    { id: 1, account: farmer.publicKey, relay: null, pk: null },
    { id: 2, account: zos.publicKey, relay: '127.0.0.1', pk: null },
    { id: 3, account: carol.publicKey, relay: '127.0.0.1', pk: Uint8Array.of(2, 1) },
  ],
  farms: [
    {
      id: 1,
      name: 'freefarm',
      twinId: 1,
      pricingPolicyId: 1,
      certification: 'NotCertified',
      publicIps: ['185.69.166.10/24', '185.69.166.11/24'].map((ip) => ({ ip, gateway: '185.69.166.1', contractId: 0 })),
      dedicated: false,
    },
  ],
  nodes: [node(1), node(2, { power: { state: 'Down', target: 'Down' } }), node(3, { extraFee: 5000 })],
  contracts: [],
  terms: [],
  tftPriceMilliUsd: 14,
  timestamp: 1_700_000_000,
}

export type TestChain = { chain: Chain; api: ApiPromise; provider: WsProvider; stop: () => Promise<void> }

/** A chain on a port of its own with a client connected. Finality takes a second. */
export async function startTestChain(): Promise<TestChain> {
  const chain = new Chain({ genesis, blockMs: 100 })
  await chain.start()
  const server = createServer()
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) => chain.accept(socket))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const provider = new WsProvider(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const signedExtensions = { ContractIdProvides: { extrinsic: {}, payload: {} } }
  const api = await ApiPromise.create({ provider, signedExtensions, noInitWarn: true })
  const stop = async () => {
    await api.disconnect()
    chain.stop()
    await new Promise((closed) => server.close(closed))
  }
  return { chain, api, provider, stop }
}

export type Outcome = {
  /** `section.Name` of each event of the extrinsic, in order. */
  events: string[]
  /** Fields of the first event of that name, as JSON. */
  fields: (name: string) => unknown
  /** `section.Name` of the module error, or the text of another. */
  error: string | undefined
  statuses: string[]
  block: string
}

/** Signs, sends and waits until it is in a block, or until it is final. */
export async function send(
  api: ApiPromise,
  call: SubmittableExtrinsic<'promise'>,
  signer: KeyringPair,
  { until = 'InBlock', ...options }: { until?: 'InBlock' | 'Finalized'; nonce?: number; era?: number } = {},
): Promise<Outcome> {
  const statuses: string[] = []
  return new Promise((resolve, reject) => {
    call
      .signAndSend(signer, { nonce: -1, ...options }, ({ status, events, dispatchError }) => {
        statuses.push(status.type)
        if (status.type !== until) return
        const told = events.map(({ event }) => ({ name: `${event.section}.${event.method}`, data: event.data }))
        resolve({
          events: told.map(({ name }) => name),
          fields: (name) => told.find((event) => event.name === name)?.data.toJSON(),
          error:
            dispatchError && errorName(api, dispatchError.isModule ? dispatchError.asModule : dispatchError.toString()),
          statuses,
          block: (status.isInBlock ? status.asInBlock : status.asFinalized).toHex(),
        })
      })
      .catch(reject)
  })
}

type ModuleError = Parameters<ApiPromise['registry']['findMetaError']>[0]

function errorName(api: ApiPromise, error: ModuleError | string): string {
  if (typeof error === 'string') return error
  const { section, name } = api.registry.findMetaError(error)
  return `${section}.${name}`
}

/** A call by its JS names. */
export const call = (api: ApiPromise, section: string, method: string, ...args: unknown[]) =>
  api.tx[section]![method]!(...args)

/** A storage item's value as JSON. */
export const query = async (api: ApiPromise, section: string, item: string, ...args: unknown[]): Promise<unknown> =>
  (await api.query[section]![item]!(...args)).toJSON()
