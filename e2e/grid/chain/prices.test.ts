import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { none } from '#domain/capacity.ts'
import { bytes } from '#domain/units.ts'
import { Blockchain } from './blockchain.ts'
import { reportResources } from './deeds.ts'
import type { ChainContract, ChainEvent } from './nouns.ts'
import { create } from './pallets/contract-register.ts'
import { payments } from './state/smart-contract-items.ts'
import { accounts } from './state/system-items.ts'
import { pricingPolicies, type PricingPolicyRecord } from './state/tfgrid-items.ts'
import { carol, genesis, node } from './test-chain.ts'

type Case = {
  kind: 'node' | 'rent' | 'name'
  policy: string
  resources: { cru: number; mruBytes: string; sruBytes: string; hruBytes: string } | null
  ipv4: number
  seconds: number
  tftPriceMilliUsd: number
  usableBalance: string
  certified: boolean
  amount: string
  level: string
}
type Vectors = { policies: Record<string, Partial<PricingPolicyRecord>>; cases: Case[] }

// The chain goes by this computer's clock, which must not move while a bill is made.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterAll(() => void vi.useRealTimers())

// The same vectors as those of #domain/pricing.ts.
const vectors = JSON.parse(
  readFileSync(new URL('../../../src/domain/prices.vectors.json', import.meta.url), 'utf8'),
) as Vectors

const capacityOf = ({ resources }: Case) =>
  resources
    ? {
        cru: resources.cru,
        mru: bytes(Number(resources.mruBytes)),
        sru: bytes(Number(resources.sruBytes)),
        hru: bytes(Number(resources.hruBytes)),
      }
    : none

function detailOf({ kind, ipv4 }: Case): ChainContract['detail'] {
  if (kind === 'name') return { kind, name: 'site' }
  if (kind === 'rent') return { kind, nodeId: 1 }
  return { kind, nodeId: 1, hash: 'a'.repeat(32), data: '', publicIps: ipv4 }
}

/** A chain whose last block holds one new contract of Carol's, that of the case, and on which every block bills. */
function chainWith(one: Case): Blockchain {
  const certification = one.certified ? 'Certified' : 'Diy'
  const nodes = [node(1, { resources: capacityOf(one), certification })]
  const chain = new Blockchain({ ...genesis, nodes, tftPriceMilliUsd: one.tftPriceMilliUsd, billingFrequency: 1 }, 1000)
  void chain.atNextBlock((context) => {
    const { state } = context
    state.write(pricingPolicies, [1], { ...state.read(pricingPolicies, 1)!, ...vectors.policies[one.policy] })
    // All but the existential deposit can be used.
    const free = BigInt(one.usableBalance) + 500n
    state.write(accounts, [carol.publicKey], { nonce: 0, free, reserved: 0n })
    create(context, { twinId: 3, detail: detailOf(one), solutionProviderId: null, ips: [] })
    if (one.kind === 'node') reportResources(context, 1, capacityOf(one))
  })
  chain.seal()
  return chain
}

test.each(vectors.cases)(
  '$kind of $resources.cru cores for $seconds s at level $level is billed to the unit',
  (one) => {
    const chain = chainWith(one)
    const bills: ChainEvent[] = []
    chain.onSeal(({ told }) => bills.push(...told.filter(({ kind }) => kind === 'contract-billed')))
    chain.advance(one.seconds)

    const [amount, balance] = [BigInt(one.amount), BigInt(one.usableBalance)]
    const { reserve, overdraft } = chain.runtime.state.read(payments, 1)!
    expect(reserve.standard + overdraft.standard).toBe(amount)
    expect(overdraft.standard).toBe(amount > balance ? amount - balance : 0n)
    expect(bills).toMatchObject(amount > balance ? [] : [{ contractId: 1, amount, discount: one.level }])
  },
)
