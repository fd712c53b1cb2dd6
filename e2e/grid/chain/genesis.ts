import { createHash } from 'node:crypto'
import { stringToU8a } from '@polkadot/util'
import { author } from './author.ts'
import type { ChainGenesis } from './nouns.ts'
import { existentialDeposit } from './pallets/balances.ts'
import { writeDao } from './pallets/dao.ts'
import type { Context } from './pallets/pallet.ts'
import { stakingPool } from './pallets/rewards.ts'
import { writeBridge } from './pallets/tft-bridge.ts'
import { enter } from './pallets/contract-register.ts'
import { text } from './scale.ts'
import * as contractsOf from './state/smart-contract-items.ts'
import type { Storage } from './state/storage.ts'
import * as system from './state/system-items.ts'
import * as grid from './state/tfgrid-items.ts'

// Nobody holds these keys.
const foundation = new Uint8Array(32).fill(0x66)
const sales = new Uint8Array(32).fill(0x73)

const policy = (value: number) => ({ value, unit: 'Gigabytes' })

// Units of 1e-7 USD an hour. tfchain substrate-node/node/src/chain_spec.rs and pallet-tfgrid lib.rs, genesis build
const pricingPolicy: grid.PricingPolicyRecord = {
  version: 1,
  id: 1,
  name: text('threefold_default_pricing_policy'),
  su: policy(50_000),
  cu: policy(100_000),
  nu: policy(15_000),
  ipu: policy(40_000),
  uniqueName: policy(2_500),
  domainName: policy(5_000),
  foundationAccount: foundation,
  certifiedSalesAccount: sales,
  discountForDedicationNodes: 50,
}

/** Fills the state before the first block. Returns bytes that stand for it: the same genesis gives the same bytes. */
export function writeGenesis({ state, now }: Context, genesis: ChainGenesis): Uint8Array {
  state.write(system.now, [], now)
  state.write(system.blockNumber, [], 0)
  // FeeMultiplierUpdate of the runtime makes it 0 with the first block, which takes the weight out of every fee.
  state.write(system.nextFeeMultiplier, [], 0)
  writePrices(state, genesis.tftPriceMilliUsd)
  writeBridge(state)
  // They exist, so that even the smallest fee or reward reaches them.
  const standing = [author, foundation, sales, stakingPool].map((account) => ({ account, free: existentialDeposit }))
  writeAccounts(state, [...standing, ...genesis.accounts])
  for (const account of genesis.terms) {
    const accepted = { account, timestamp: genesis.timestamp, link: 'http://zos.tf/terms/v0.1', hash: termsHash }
    state.write(grid.terms, [account], [accepted])
  }
  for (const twin of genesis.twins) {
    state.write(grid.twins, [twin.id], twin)
    state.write(grid.twinIdByAccount, [twin.account], twin.id)
  }
  for (const farm of genesis.farms) {
    state.write(grid.farms, [farm.id], farm)
    state.write(grid.farmIdByName, [farm.name], farm.id)
  }
  for (const { farmId, address } of genesis.payouts ?? []) state.write(grid.payouts, [farmId], stringToU8a(address))
  writeNodes(state, genesis)
  writeDao(state)
  writeContracts(state, genesis)
  state.write(grid.twinId, [], highest(genesis.twins))
  state.write(grid.farmId, [], highest(genesis.farms))
  state.write(grid.nodeId, [], highest(genesis.nodes))
  state.write(contractsOf.contractId, [], highest(genesis.contracts))
  return fingerprint(genesis)
}

// What nodes accept: md5 of the link (zosbase pkg/registrar).
const termsHash = '9021d4dee05a661e2cb6838152c67f25'

function writePrices(state: Storage, milliUsd: number): void {
  state.write(system.tftPrice, [], milliUsd)
  state.write(system.averageTftPrice, [], milliUsd)
  // Limits of tfchain's development genesis.
  state.write(system.minTftPrice, [], 10)
  state.write(system.maxTftPrice, [], 1000)
  state.write(grid.pricingPolicies, [pricingPolicy.id], pricingPolicy)
  state.write(grid.pricingPolicyId, [], pricingPolicy.id)
  state.write(grid.connectionPrice, [], grid.defaultConnectionPrice)
}

function writeAccounts(state: Storage, accounts: ChainGenesis['accounts']): void {
  for (const { account, free } of accounts) state.write(system.accounts, [account], { nonce: 0, free, reserved: 0n })
  state.write(
    system.totalIssuance,
    [],
    accounts.reduce((sum, { free }) => sum + free, 0n),
  )
}

function writeNodes(state: Storage, { nodes }: ChainGenesis): void {
  for (const { extraFee, power, ...node } of nodes) {
    state.write(grid.nodes, [node.id], node)
    state.write(grid.nodeIdByTwin, [node.twinId], node.id)
    if (extraFee > 0) state.write(contractsOf.extraFees, [node.id], extraFee)
    if (power) state.write(grid.nodePower, [node.id], power)
  }
  for (const [farmId, ofFarm] of groupBy(nodes, (node) => node.farmId))
    state.write(
      grid.nodesByFarm,
      [farmId],
      ofFarm.map(({ id }) => id),
    )
}

function writeContracts(state: Storage, { contracts, farms, resources = [], billingFrequency }: ChainGenesis): void {
  state.write(contractsOf.billingFrequency, [], billingFrequency)
  const ipsOf = groupBy(
    farms.flatMap((farm) => farm.publicIps),
    (ip) => ip.contractId,
  )
  for (const contract of contracts) enter(state, { ...contract, ips: ipsOf.get(contract.id) ?? [] }, contract.createdAt)
  for (const reported of resources) state.write(contractsOf.resources, [reported.contractId], reported)
}

const highest = (things: { id: number }[]): number => things.reduce((most, { id }) => Math.max(most, id), 0)

function groupBy<T>(things: T[], by: (thing: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const thing of things) {
    const group = groups.get(by(thing))
    if (group) group.push(thing)
    else groups.set(by(thing), [thing])
  }
  return groups
}

function fingerprint({ accounts, twins, terms, ...rest }: ChainGenesis): Uint8Array {
  const hash = createHash('sha256').update(JSON.stringify(rest))
  for (const { account, free } of accounts) hash.update(account).update(String(free))
  for (const { account, relay } of twins) hash.update(account).update(String(relay))
  for (const account of terms) hash.update(account)
  return new Uint8Array(hash.digest())
}
