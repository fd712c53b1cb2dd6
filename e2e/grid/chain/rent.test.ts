import { beforeEach, expect, test } from 'vitest'
import { gib } from '#domain/units.ts'
import { billNow, reportResources, setNodePower } from './deeds.ts'
import { accountOf } from './pallets/balances.ts'
import { contracts, payments } from './state/smart-contract-items.ts'
import { alice, bob, carol, farmer } from './test-chain.ts'
import { ofContracts, TestLedger } from './test-ledger.ts'

let ledger: TestLedger
beforeEach(() => {
  ledger = new TestLedger()
})

const hour = 3600
const day = 24 * hour
const machine = { cru: 4, mru: gib(8), sru: gib(160), hru: gib(0) }

const accountOfCarol = () => accountOf(ledger.state, carol.publicKey)
const freeOf = (account: Uint8Array) => accountOf(ledger.state, account).free
const stateOf = (id: number) => ledger.state.read(contracts, id)?.state
const payment = (id: number) => ledger.state.read(payments, id)

test('what can be paid of an overdraft settles the extra fee first', () => {
  ledger.rent(3)
  ledger.give(carol, 500n)
  ledger.advance(hour)
  const { additional } = payment(1)!.overdraft
  ledger.fund(carol, additional)
  ledger.act((context) => billNow(context, 1))
  expect(payment(1)!.reserve).toEqual({ standard: 0n, additional })
})

test('who rents a node pays for all of it, and the extra fee goes to its farmer', () => {
  ledger.rent(3)
  expect(ledger.createOn(3, 0, alice).error).toBe('TwinNotExists')
  expect(ledger.createOn(3).error).toBeUndefined()
  expect(ledger.createOn(3, 1).error).toBeUndefined()
  for (const id of [2, 3]) ledger.act((context) => reportResources(context, id, machine))
  const billed = ledger.advance(hour)
  // Of the contracts on it only the one with an address costs.
  expect(
    billed.map(({ name, fields }) => [name.split('.')[1], (fields[0] as { contractId: number }).contractId]),
  ).toEqual([
    ['ContractBilled', 1],
    ['ContractBilled', 3],
  ])
  const { standard, additional } = payment(1)!.reserve
  // 5 USD a month at 14 mUSD: 0.496 TFT an hour
  expect(Number(additional) / 1e7).toBeCloseTo(5 / 720 / 0.014, 3)
  expect(standard).toBeGreaterThan(additional)

  expect(ledger.cancel(1).error).toBe('NodeHasActiveContracts')
  ledger.cancel(2)
  ledger.cancel(3)
  const before = freeOf(farmer.publicKey)
  const { happened } = ledger.cancel(1)
  expect(ofContracts(happened)).toEqual(['ContractBilled', 'TokensBurned', 'RewardDistributed', 'RentContractCanceled'])
  const rewards = happened.find(({ name }) => name.endsWith('RewardDistributed'))!.fields as number[]
  expect(rewards[2]).toBeGreaterThanOrEqual(Number(additional))
  expect(freeOf(farmer.publicKey) - before).toBe(BigInt(rewards[2]!))
})

test("contracts on a rented node share the rent's grace period and its end", () => {
  ledger.rent(3)
  ledger.createOn(3)
  ledger.createOn(3, 1)
  ledger.give(carol, 500n)
  const started = ledger.advance(hour).filter(({ name }) => name.endsWith('ContractGracePeriodStarted'))
  expect(started.map(({ fields }) => fields[0])).toEqual([1, 2, 3])
  expect([1, 2, 3].map(stateOf)).toEqual(['GracePeriod', 'GracePeriod', 'GracePeriod'])
  ledger.give(carol, 10_000_000_000n)
  expect(ledger.createOn(3).error).toBe('NodeNotAvailableToDeploy')
  // The address is paid, but its contract waits for the rent.
  ledger.act((context) => billNow(context, 3))
  expect(stateOf(3)).toBe('GracePeriod')
  ledger.act((context) => billNow(context, 1))
  expect([1, 2, 3].map(stateOf)).toEqual(['Created', 'Created', 'Created'])

  ledger.give(carol, 500n)
  ledger.advance(hour)
  ledger.advance(14 * day)
  ledger.advance(hour)
  expect([1, 2, 3].map(stateOf)).toEqual([undefined, undefined, undefined])
  expect(accountOfCarol().reserved).toBe(0n)
})

test.each([
  ['a node that is rented', () => (ledger.rent(3), ledger.rent(3)), 'NodeHasRentContract'],
  ['a node that is not there', () => ledger.rent(99), 'NodeNotExists'],
  ['a shared node with contracts', () => (ledger.createOn(1), ledger.rent(1)), 'NodeNotAvailableToDeploy'],
  ['without a twin', () => ledger.rent(3, bob), 'TwinNotExists'],
  ['with an unknown solution provider', () => ledger.send('create_rent_contract', [3, 1]), 'NoSuchSolutionProvider'],
])('renting is refused: %s', (_, attempt, error) => {
  expect(attempt().error).toBe(error)
})

test('the extra fee is set by the farmer, on a node that nobody uses', () => {
  const set = (nodeId: number, signer = farmer) =>
    ledger.send('set_dedicated_node_extra_fee', [nodeId, 2_000_000], signer)
  ledger.fund(farmer, 10_000_000n)
  expect(set(1, bob).error).toBe('TwinNotExists')
  expect(set(99).error).toBe('NodeNotExists')
  expect(set(1, carol).error).toBe('UnauthorizedToSetExtraFee')
  ledger.createOn(1)
  ledger.rent(3)
  expect([set(1).error, set(3).error]).toEqual(['NodeHasActiveContracts', 'NodeHasActiveContracts'])
  ledger.cancel(1)
  const { happened } = set(1)
  expect(happened.find(({ name }) => name.endsWith('NodeExtraFeeSet'))!.fields).toEqual([1, 2_000_000])
  expect(ledger.told).toContainEqual({ kind: 'extra-fee-set', nodeId: 1, extraFee: 2_000_000 })
  expect(ledger.createOn(1).error).toBe('NodeNotAvailableToDeploy')
})

test('the rent of a node that sleeps is waived until it wakes', () => {
  ledger.rent(3)
  const asleep = ledger.act((context) => setNodePower(context, 3, 'Down'))
  expect(asleep.slice(0, 2).map(({ name }) => name)).toEqual([
    'TfgridModule.PowerTargetChanged',
    'TfgridModule.PowerStateChanged',
  ])
  expect(ledger.createOn(3).error).toBe('NodeNotAvailableToDeploy')
  expect(ofContracts(ledger.advance(day))).toEqual(['RentWaived'])
  ledger.act((context) => setNodePower(context, 3, 'Up'))
  expect(ofContracts(ledger.advance(hour))).toEqual(['ContractBilled'])
  expect(Number(payment(1)!.reserve.additional) / 1e7).toBeCloseTo(5 / 720 / 0.014, 3)
})
