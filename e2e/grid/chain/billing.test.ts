import { beforeEach, expect, test } from 'vitest'
import { gib } from '#domain/units.ts'
import { billNow, reportResources, setPrice } from './deeds.ts'
import type { ChainEvent } from './nouns.ts'
import { accountOf } from './pallets/balances.ts'
import { contracts, contractsToBill, payments, resources } from './state/smart-contract-items.ts'
import { tftPrice, totalIssuance } from './state/system-items.ts'
import { alice, carol } from './test-chain.ts'
import { ofContracts, TestLedger } from './test-ledger.ts'

let ledger: TestLedger
beforeEach(() => {
  ledger = new TestLedger()
})

const hour = 3600
const day = 24 * hour
const machine = { cru: 4, mru: gib(8), sru: gib(160), hru: gib(0) }
const foundation = new Uint8Array(32).fill(0x66)
const sales = new Uint8Array(32).fill(0x73)

const accountOfCarol = () => accountOf(ledger.state, carol.publicKey)
const freeOf = (account: Uint8Array) => accountOf(ledger.state, account).free
const stateOf = (id: number) => ledger.state.read(contracts, id)?.state
const payment = (id: number) => ledger.state.read(payments, id)
const bills = () =>
  ledger.told.filter(
    (event): event is Extract<ChainEvent, { kind: 'contract-billed' }> => event.kind === 'contract-billed',
  )

/** A contract on node 1 that takes a machine's worth of it. Returns its id. */
function runMachine(publicIps = 0): number {
  ledger.createOn(1, publicIps)
  const { id } = [...ledger.state.values(contracts)].at(-1)!
  ledger.act((context) => reportResources(context, id, machine))
  return id
}

test('a node says what a contract takes; without its word there is nothing to bill', () => {
  ledger.createOn(1)
  expect(ofContracts(ledger.advance(hour))).toEqual([])
  const reported = ledger.act((context) => reportResources(context, 1, machine))
  expect(ofContracts(reported)).toEqual(['UpdatedUsedResources'])
  expect(ledger.state.read(resources, 1)).toEqual({ contractId: 1, used: machine })
  expect(ofContracts(ledger.act((context) => reportResources(context, 9, machine)))).toEqual([])
  expect(ofContracts(ledger.advance(hour))).toEqual(['ContractBilled'])
})

test('public addresses are billed whatever the node says', () => {
  ledger.createOn(1, 2)
  expect(ofContracts(ledger.advance(hour))).toEqual(['ContractBilled'])
})

test("a contract's turn comes every 600 blocks, or as often as genesis says", () => {
  runMachine()
  ledger.chain.advanceBlocks(600)
  expect(bills()).toHaveLength(1)
  ledger = new TestLedger({ billingFrequency: 100 })
  runMachine()
  ledger.chain.advanceBlocks(300)
  expect(bills()).toHaveLength(3)
  expect(ledger.state.read(contractsToBill, 1)).toEqual([1])
})

test('genesis may be old: its contracts are billed from the first block on', () => {
  const detail = { kind: 'name', name: 'old' } as const
  const old = {
    id: 1,
    twinId: 3,
    state: 'Created',
    createdAt: 1_600_000_000,
    detail,
    solutionProviderId: null,
  } as const
  ledger = new TestLedger({ contracts: [old], tftPriceMilliUsd: 1000 })
  ledger.advance(hour)
  // 0.00025 USD, less the 60 % of one whose money lasts for years, and what passes while the test runs
  expect(Number(bills()[0]!.amount)).toBeCloseTo(1000, -1)
})

test('bills are put aside, and the 24th pays out: a tenth, a twentieth, half, the rest burned', () => {
  const id = runMachine()
  for (let passed = 1; passed < 24; passed++) expect(ofContracts(ledger.advance(hour))).toEqual(['ContractBilled'])
  expect(payment(id)).toMatchObject({ cycles: 23, reserve: { standard: accountOfCarol().reserved } })
  const [tenth, half, issued] = [freeOf(foundation), freeOf(sales), ledger.state.read(totalIssuance)!]

  const happened = ledger.advance(hour)
  expect(ofContracts(happened)).toEqual(['ContractBilled', 'TokensBurned', 'RewardDistributed'])
  const whole = bills().reduce((sum, { amount }) => sum + amount, 0n)
  const share = (percent: bigint) => (whole * percent + 49n) / 100n
  expect(freeOf(foundation) - tenth).toBe(share(10n))
  expect(freeOf(sales) - half).toBe(share(50n))
  const burned = whole - share(10n) - share(5n) - share(50n)
  expect(happened[1]!.fields).toEqual([id, Number(burned)])
  expect(happened[2]!.fields).toEqual([id, Number(whole), 0])
  expect(issued - ledger.state.read(totalIssuance)!).toBe(burned)
  expect(accountOfCarol().reserved).toBe(0n)
  expect(payment(id)).toMatchObject({ cycles: 0, reserve: { standard: 0n } })
})

test('a cancel bills the rest at once, pays out and gives addresses back', () => {
  const id = runMachine(1)
  ledger.advance(60)
  const { happened } = ledger.cancel(id)
  expect(ofContracts(happened)).toEqual([
    'ContractBilled',
    'TokensBurned',
    'RewardDistributed',
    'IPsFreed',
    'NodeContractCanceled',
  ])
  expect(bills().at(-1)).toMatchObject({ contractId: id, discount: 'None' })
  expect(bills().at(-1)!.amount).toBeGreaterThan(0n)
  expect(accountOfCarol().reserved).toBe(0n)
  expect([payment(id), ledger.state.read(resources, id), ledger.state.read(contractsToBill, id)]).toEqual([
    undefined,
    undefined,
    [],
  ])
})

test('who cannot pay has a grace period, which ends once the contract is billed and paid', () => {
  const id = runMachine()
  ledger.give(carol, 1_000_500n)
  const late = ledger.advance(hour)
  expect(ofContracts(late)).toEqual(['ContractGracePeriodStarted', 'ContractPaymentOverdrawn'])
  expect(late[0]!.fields).toEqual([id, 1, 3, ledger.state.read(contracts, id)!.graceSince])
  const { overdraft } = payment(id)!
  expect(late[1]!.fields.slice(2)).toEqual([1_000_000, Number(overdraft.standard)])
  expect(ledger.told.find(({ kind }) => kind === 'contract-grace')).toMatchObject({ contract: { id }, started: true })
  expect(ofContracts(ledger.advance(hour))).toEqual(['ContractPaymentOverdrawn'])

  ledger.fund(carol, 10_000_000_000n)
  expect(ledger.send('update_node_contract', [id, 'u'.repeat(32), '']).error).toBe('CannotUpdateContractInGraceState')
  const { happened } = ledger.send('bill_contract_for_block', [id], alice)
  expect(ofContracts(happened)).toEqual(['ContractGracePeriodEnded', 'ContractBilled'])
  expect(stateOf(id)).toBe('Created')
  // The bill is for what was owed, and what is put aside holds what could be paid before.
  expect(payment(id)).toMatchObject({ overdraft: { standard: 0n }, reserve: { standard: accountOfCarol().reserved } })
  expect(bills().at(-1)!.amount).toBe(accountOfCarol().reserved - 1_000_000n)
  expect(ledger.told.findLast(({ kind }) => kind === 'contract-grace')).toMatchObject({ started: false })
})

test('after 14 days of grace a contract is gone, not before', () => {
  const id = runMachine()
  ledger.give(carol, 1_000_500n)
  ledger.advance(hour)
  expect(ofContracts(ledger.advance(14 * day - hour))).toEqual(['ContractPaymentOverdrawn'])
  const happened = ledger.advance(hour)
  expect(ofContracts(happened)).toEqual([
    'ContractGracePeriodElapsed',
    'ContractPaymentOverdrawn',
    'TokensBurned',
    'RewardDistributed',
    'NodeContractCanceled',
  ])
  expect(Number((happened[0]!.fields as number[])[1])).toBeGreaterThanOrEqual(201_600)
  expect(ledger.told.findLast(({ kind }) => kind === 'contract-cancelled')).toMatchObject({ contract: { id } })
  expect([stateOf(id), accountOfCarol().reserved]).toEqual([undefined, 0n])
})

test('the price is kept as it is said and bills keep to its bounds', () => {
  const id = runMachine()
  // So much that it is always the highest discount.
  ledger.give(carol, 10n ** 15n)
  const billedAt = (milliUsd: number) => {
    const happened = ledger.act((context) => setPrice(context, milliUsd))
    ledger.act((context) => billNow(context))
    ledger.advance(hour)
    return {
      happened: happened.slice(0, 3).map(({ name }) => name.split('.')[1]),
      amount: Number(bills().at(-1)!.amount),
    }
  }
  const [cheap, dear, bounded] = [billedAt(100), billedAt(50), billedAt(5)]
  expect(bills().at(-1)!.contractId).toBe(id)
  expect(dear.amount / cheap.amount).toBeCloseTo(2, 1)
  expect(bounded.amount / dear.amount).toBeCloseTo(5, 1)
  expect(bounded.happened).toEqual(['PriceStored', 'AveragePriceStored', 'AveragePriceIsBelowMinPrice'])
  expect(ledger.state.read(tftPrice)).toBe(5)
})

test('the account that vouches for a twin counts for its discount', () => {
  const bond = (signer: typeof alice, twinId: number) =>
    ledger.send('bond_twin_account', [twinId], signer, 'TfgridModule')
  expect(bond(alice, 99).error).toBe('TwinNotExists')
  expect(bond(carol, 3).error).toBe('TwinCannotBoundToItself')
  runMachine()
  ledger.advance(hour)
  ledger.give(alice, 10n ** 13n)
  expect(bond(alice, 3).happened.map(({ name }) => name)).toContain('TfgridModule.TwinAccountBounded')
  ledger.advance(hour)
  expect(bills().map(({ discount }) => discount)).toEqual(['None', 'Gold'])
})
