import { hexToU8a, stringToU8a, u8aToHex } from '@polkadot/util'
import { blake2AsHex, blake2AsU8a } from '@polkadot/util-crypto'
import type { Blockchain } from '../blockchain.ts'
import { tfchain } from '../metadata/layout.ts'
import type { Call, Methods } from './connection.ts'
import { count, hex, hexList, optionalHex } from './params.ts'
import { runtimeCall } from './runtime-calls.ts'

// What the runtime offers through state_call: clients derive their calls from this list.
const apis = [
  ['Core', 4],
  ['Metadata', 2],
  ['BlockBuilder', 6],
  ['TaggedTransactionQueue', 3],
  ['AccountNonceApi', 1],
  ['TransactionPaymentApi', 4],
].map(([name, version]) => [u8aToHex(blake2AsU8a(stringToU8a(name as string), 64)), version])

export const runtimeVersion = {
  specName: 'substrate-threefold',
  implName: 'substrate-threefold',
  authoringVersion: 1,
  specVersion: tfchain.specVersion,
  implVersion: 1,
  apis,
  transactionVersion: tfchain.transactionVersion,
  stateVersion: 0,
}

const blockNumber = (chain: Blockchain, hash: unknown): number => chain.stateAt(optionalHex(hash, 'block hash'))

function storageAt({ chain, params: [key, hash] }: Call): string | null {
  return chain.runtime.state.encoded(hex(key, 'storage key'), blockNumber(chain, hash))
}

function changes(chain: Blockchain, keys: string[], number: number) {
  const values = keys.map((key) => [key, chain.runtime.state.encoded(key, number)])
  return { block: chain.block(number)!.hash, changes: values }
}

function keysPaged({ chain, params: [prefix, size, start, hash] }: Call): string[] {
  const keys = chain.runtime.state.keys(hex(prefix, 'prefix'), blockNumber(chain, hash))
  const after = optionalHex(start, 'start key')
  const from = after === undefined ? 0 : keys.findIndex((key) => key > after)
  return from < 0 ? [] : keys.slice(from, from + count(size, 'count'))
}

function subscribeStorage({ chain, subscribe, params }: Call): string {
  const keys = hexList(params[0], 'storage keys')
  const { state } = chain.runtime
  return subscribe('state_storage', (push) => {
    push(changes(chain, keys, chain.best.number))
    return chain.onSeal(({ best }) => {
      const changed = keys.filter((key) => state.changed(key, best.number))
      if (changed.length > 0) push(changes(chain, changed, best.number))
    })
  })
}

const subscribeRuntimeVersion = ({ subscribe }: Call): string =>
  subscribe('state_runtimeVersion', (push) => {
    push(runtimeVersion)
    return () => {}
  })

const unsubscribe = ({ unsubscribe: end, params: [id] }: Call): boolean => end(id)

export const stateMethods: Methods = {
  state_getMetadata: ({ chain }) => chain.runtime.codecs.metadata,
  state_getRuntimeVersion: () => runtimeVersion,
  chain_getRuntimeVersion: () => runtimeVersion,
  state_getStorage: storageAt,
  state_getStorageAt: storageAt,
  state_getStorageHash(call) {
    const value = storageAt(call)
    return value && blake2AsHex(hexToU8a(value))
  },
  state_getStorageSize(call) {
    const value = storageAt(call)
    return value && (value.length - 2) / 2
  },
  state_queryStorageAt: ({ chain, params: [keys, hash] }) => [
    changes(chain, hexList(keys, 'storage keys'), blockNumber(chain, hash)),
  ],
  state_getKeysPaged: keysPaged,
  state_getKeysPagedAt: keysPaged,
  state_call: ({ chain, params: [name, data] }) => runtimeCall(chain, String(name), hex(data, 'call data')),
  state_subscribeStorage: subscribeStorage,
  state_unsubscribeStorage: unsubscribe,
  state_subscribeRuntimeVersion: subscribeRuntimeVersion,
  state_unsubscribeRuntimeVersion: unsubscribe,
  chain_subscribeRuntimeVersion: subscribeRuntimeVersion,
  chain_unsubscribeRuntimeVersion: unsubscribe,
}
