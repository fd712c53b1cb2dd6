import { tftText } from '#domain/money.ts'
import { relayHosts } from '#domain/relays.ts'
import type { Call } from '#protocols/chain/call.ts'

/** A call in plain words: what it does, and the particulars under it. */
export type CallWords = { title: string; detail?: string | undefined }

/** What calls do, for who is about to sign them or looks back. Several of a kind that come in numbers are said together. */
export function wordsOf(calls: readonly Call[]): CallWords[] {
  const of = <Kind extends Call['call']>(kind: Kind) =>
    calls.filter((call): call is Extract<Call, { call: Kind }> => call.call === kind)
  const [made, cancelled, billed] = [of('create-node-contract'), of('cancel-contract'), of('bill-contract')]
  const [added, removed] = [of('add-farm-ip'), of('remove-farm-ip')]
  return [
    ...calls.filter((call): call is Single => !inNumbers.has(call.call)).map(callWords),
    ...(made.length === 0 ? [] : [createWords(made.map(({ nodeId }) => nodeId))]),
    ...(cancelled.length === 0 ? [] : [cancelWords(cancelled.map(({ contractId }) => contractId))]),
    ...(billed.length === 0 ? [] : [settleWords(billed.map(({ contractId }) => contractId))]),
    ...(added.length === 0 ? [] : [addWords(added)]),
    ...(removed.length === 0 ? [] : [removeWords(removed)]),
  ]
}

type InNumbers = 'create-node-contract' | 'cancel-contract' | 'bill-contract' | 'add-farm-ip' | 'remove-farm-ip'
const inNumbers = new Set<Call['call']>([
  'create-node-contract',
  'cancel-contract',
  'bill-contract',
  'add-farm-ip',
  'remove-farm-ip',
] satisfies InNumbers[])

/** All of a transaction in one line. */
export const titleOf = (calls: readonly Call[]): string =>
  wordsOf(calls)
    .map(({ title }) => title)
    .join(' · ')

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`

const createWords = (nodes: number[]): CallWords => ({
  title: `Make ${count(nodes.length, 'contract')}`,
  detail: `On node ${[...new Set(nodes)].join(', ')}, billed by the hour`,
})

const cancelWords = (ids: number[]): CallWords => ({
  title: `Cancel ${count(ids.length, 'contract')}`,
  detail: `Number ${ids.join(', ')}; what ran under ${ids.length === 1 ? 'it' : 'them'} ends`,
})

const settleWords = (ids: number[]): CallWords => ({
  title: `Settle ${count(ids.length, 'contract')}`,
  detail: `Number ${ids.join(', ')}: bills what is due now`,
})

const addWords = (calls: Extract<Call, { call: 'add-farm-ip' }>[]): CallWords => ({
  title: `Add ${count(calls.length, 'public IP')} to farm ${calls[0]!.farmId}`,
  detail: `${ipWords(calls)}, behind gateway ${calls[0]!.gateway}`,
})

const removeWords = (calls: Extract<Call, { call: 'remove-farm-ip' }>[]): CallWords => ({
  title: `Remove ${count(calls.length, 'public IP')} from farm ${calls[0]!.farmId}`,
  detail: ipWords(calls),
})

const ipWords = (calls: { ip: string }[]): string => calls.map(({ ip }) => ip).join(', ')

type Single = Exclude<Call, { call: InNumbers }>
type Farming = Extract<Single, { farmId: number } | { call: 'create-farm' | 'set-node-extra-fee' | 'set-node-power' }>

function callWords(call: Single): CallWords {
  switch (call.call) {
    case 'accept-terms':
      return { title: 'Accept the terms', detail: `${call.link}, written down on the chain for good` }
    case 'create-twin':
      return { title: 'Make a twin', detail: reached(call.relay, call.encryptionKey) }
    case 'update-twin':
      return { title: 'Change the twin', detail: reached(call.relay ?? '', call.encryptionKey) }
    case 'transfer':
      return { title: `Send ${tftText(call.amount)} TFT`, detail: `To ${call.to}` }
    case 'transfer-all':
      return { title: 'Send all TFT', detail: `To ${call.to}; the account ends` }
    case 'swap-to-stellar':
      return { title: `Withdraw ${tftText(call.amount)} TFT to Stellar`, detail: `To ${call.to}` }
    case 'update-node-contract':
      return {
        title: `Update contract ${call.contractId}`,
        detail: 'Its node takes the next version of the deployment',
      }
    case 'create-name-contract':
      return { title: `Reserve the name ${call.name}`, detail: 'Billed by the hour until it is cancelled' }
    case 'create-rent-contract':
      return { title: `Rent node ${call.nodeId}`, detail: 'The whole node, billed by the hour until it is released' }
    default:
      return farmWords(call)
  }
}

/** What farmers do. */
function farmWords(call: Farming): CallWords {
  switch (call.call) {
    case 'create-farm':
      return { title: `Make the farm ${call.name}` }
    case 'rename-farm':
      return { title: `Call farm ${call.farmId} ${call.name}` }
    case 'set-farm-payout':
      return { title: `Pay rewards of farm ${call.farmId} out`, detail: `To ${call.stellarAddress}` }
    case 'set-node-public-config':
      return call.config
        ? { title: `Give node ${call.nodeId} the address ${call.config.ipv4}`, detail: call.config.domain || undefined }
        : { title: `Take node ${call.nodeId}’s public address away` }
    case 'set-node-extra-fee':
      return {
        title: `Ask an extra fee for node ${call.nodeId}`,
        detail: `${call.milliUsdPerMonth / 1000} USD a month`,
      }
    case 'set-node-power':
      return { title: call.power === 'Up' ? `Wake node ${call.nodeId}` : `Put node ${call.nodeId} to sleep` }
    case 'vote':
      return { title: `Vote ${call.approve ? 'for' : 'against'} the proposal`, detail: `With farm ${call.farmId}` }
  }
}

const reached = (relay: string, key: Uint8Array | undefined) =>
  `${relay === '' ? 'Without a relay, so that no message comes' : `Reached at ${relayHosts(relay).join(' and ')}`}, ${
    key ? 'with a key to encrypt for it' : 'without a key: messages go in the clear'
  }`
