import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeContractData, type Contract } from '#domain/contract.ts'
import { tft } from '#domain/money.ts'
import { settleProblem, toSettle, total, type Standing } from '#domain/standing.ts'
import { usableBalance } from '#protocols/chain/account.ts'
import { submit } from '#protocols/chain/submit.ts'
import { getStandings, hourlyCost } from '#protocols/chain/standing.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import { newPhrase } from '#protocols/wallet/secret.ts'
import type { Signer } from '#protocols/wallet/signer.ts'
import { decodeAddress } from '@polkadot/util-crypto'
import { startTestChain, type TestChain } from './test-chain.ts'

// How the app reads contracts and their bills off the local chain, which bills as TFChain does.

let local: TestChain
let owner: Signer
const common = { twinId: 4, state: 'Created', createdAt: 0 } as const
const name: Contract = { ...common, id: 1, kind: 'name', name: 'shop' }
const rent: Contract = { ...common, id: 2, kind: 'rent', nodeId: 3 }
const deployment: Contract = {
  ...common,
  id: 3,
  kind: 'node',
  nodeId: 3,
  hash: 'a'.repeat(32),
  text: '',
  data: decodeContractData(''),
  publicIps: 1,
}
const all = [name, rent, deployment]

beforeAll(async () => {
  local = await startTestChain()
  owner = await phraseSigner(newPhrase())
  await local.chain.fund(decodeAddress(owner.address), tft(1_000))
  await submit(local.api, owner, [
    { call: 'accept-terms', link: 'http://zos.tf/terms/v0.1', hash: '9021d4dee05a661e2cb6838152c67f25' },
    { call: 'create-twin', relay: '127.0.0.1', encryptionKey: undefined },
    { call: 'create-name-contract', name: 'shop' },
    { call: 'create-rent-contract', nodeId: 3 },
    { call: 'create-node-contract', nodeId: 3, hash: 'a'.repeat(32), data: '', publicIps: 1 },
  ])
})
afterAll(() => local.stop())

const standings = async () => getStandings(local.api, all, await usableBalance(local.api, owner.address))
const settle = (ids: number[]) =>
  submit(
    local.api,
    owner,
    ids.map((contractId) => ({ call: 'bill-contract', contractId })),
  )
/** Time passes between what is read and what is billed. */
const within = (a: bigint, b: bigint) => expect(Math.abs(Number(a - b))).toBeLessThan(Number(tft(1)) / 100)

test('contracts stand with what holds them together, and what the chain does not have is left out', async () => {
  const gone = { ...name, id: 99 }
  const found = await getStandings(local.api, [...all, gone], 0n)
  expect(found).toMatchObject([
    { id: 1, state: 'Created', grace: undefined, rent: undefined, holds: [] },
    { id: 2, holds: [3] },
    { id: 3, rent: { id: 2, inGrace: false }, ips: ['185.69.166.10/24'] },
  ])
  // 2,500 units of USD an hour at 14 mUSD a TFT.
  expect(found[0]?.hourly).toBe(178_571n)
  expect(await getStandings(local.api, [], 0n)).toEqual([])
})

test('an hour costs what the chain then bills', async () => {
  const before = await standings()
  const hourly = await hourlyCost(local.api, all, await usableBalance(local.api, owner.address))
  expect(hourly).toBe(before.reduce((sum, standing) => sum + standing.hourly, 0n))
  local.chain.advance(3600)
  const reserved = (await standings()).reduce((sum, { reserve }) => sum + total(reserve), 0n)
  within(reserved, hourly)
})

test('an account that runs dry owes what is settled once it has enough', async () => {
  const usable = await usableBalance(local.api, owner.address)
  await submit(local.api, owner, [{ call: 'transfer', to: sink, amount: usable - tft(1) / 100n }])
  local.chain.advance(7200)
  const short = await standings()
  expect(short.map(({ state }) => state)).toEqual(['GracePeriod', 'GracePeriod', 'GracePeriod'])
  for (const { grace } of short) expect(grace!.endsAt - grace!.since).toBe(14 * 86_400)
  expect(settleProblem(short, 0n)).toBe('money')
  expect(settleProblem([short[2]!], tft(1_000))).toEqual({ rent: 2 })

  const owed = short.reduce((sum, standing) => sum + toSettle(standing), 0n)
  await local.chain.fund(decodeAddress(owner.address), owed + tft(5))
  const before = await usableBalance(local.api, owner.address)
  const { fee } = await settle([2, 1, 3])
  const after = await standings()
  expect(after.map(({ state }) => state)).toEqual(['Created', 'Created', 'Created'])
  for (const one of after) within(toSettle(one), 0n)
  within(before - (await usableBalance(local.api, owner.address)), owed + fee!)
})

const sink = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

test('a rented node that sleeps costs nothing meanwhile', async () => {
  await local.chain.setNodePower(3, 'Down')
  local.chain.advance(3000)
  const [, standing] = (await standings()) as [Standing, Standing]
  expect(standing.running).toBe(0n)
  expect(standing.hourly).toBeGreaterThan(0n)
})
