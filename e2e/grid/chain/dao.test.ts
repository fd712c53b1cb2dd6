import { afterAll, beforeAll, expect, test } from 'vitest'
import { bytes } from '#domain/units.ts'
import { nodeWeight } from './pallets/dao.ts'
import { bob, call, carol, farmer, query, send, startTestChain, type TestChain } from './test-chain.ts'

let grid: TestChain
let hashes: string[]
beforeAll(async () => {
  grid = await startTestChain()
  await grid.chain.fund(farmer.publicKey, 10_000_000_000n)
  await send(grid.api, call(grid.api, 'tfgridModule', 'createFarm', 'no-nodes', []), carol)
  hashes = (await read('proposalList')) as string[]
})
afterAll(() => grid.stop())

const read = (item: string, ...args: unknown[]) => query(grid.api, 'dao', item, ...args)
const vote = (farm: number, hash: string, approve: boolean) => call(grid.api, 'dao', 'vote', farm, hash, approve)
// Three nodes of the farm, 68 each.
const ours = { farmId: 1, weight: 204 }

test.each([
  // 8 cores make 16 units, counted four times; 1 TiB of SSD makes 4 more.
  [{ cru: 8, mru: 2 ** 34, sru: 2 ** 40, hru: 0 }, 68n],
  [{ cru: 1, mru: 2 ** 31, sru: 200 * 2 ** 30, hru: 0 }, 8n],
  [{ cru: 32, mru: 2 ** 38, sru: 100 * 2 ** 30, hru: 12_000 * 2 ** 30 }, 18n],
  // The same limit twice is no limit.
  [{ cru: 1, mru: 2 ** 34, sru: 100 * 2 ** 30, hru: 0 }, 0n],
  [{ cru: 10, mru: 2 ** 36, sru: 1000 * 2 ** 30, hru: 0 }, 4n],
])('%j weighs %s', ({ cru, mru, sru, hru }, weight) => {
  expect(nodeWeight({ cru, mru: bytes(mru), sru: bytes(sru), hru: bytes(hru) })).toBe(weight)
})

test('there is something to vote on, with the call it is about', async () => {
  expect(await read('proposalCount')).toBe(hashes.length)
  expect(await read('farmWeight', 1)).toBe(ours.weight)
  for (const [index, hash] of hashes.entries()) {
    const proposal = (await grid.api.query.dao!.proposals!(hash)).toPrimitive() as { description: string }
    expect(proposal).toMatchObject({ index, description: expect.any(String), link: expect.stringMatching(/^https:/) })
    const call = (await grid.api.query.dao!.proposalOf!(hash)) as unknown as {
      unwrap(): { section: string; method: string; args: { toUtf8(): string }[]; hash: { toHex(): string } }
    }
    const { section, method, args, hash: itsHash } = call.unwrap()
    expect([section, method, args[0]!.toUtf8()]).toEqual(['system', 'remark', proposal.description])
    expect(itsHash.toHex()).toBe(hash)
  }
})

test('a farm votes with the weight of its nodes, once, and may change its mind', async () => {
  const [hash] = hashes as [string]
  const before = grid.chain.balance(farmer.publicKey)
  const outcome = await send(grid.api, vote(1, hash, true), farmer)
  expect(outcome.fields('dao.Voted')).toEqual([farmer.address, hash, true, 1, 0])
  // A first vote is free: the fee is given back.
  expect(grid.chain.balance(farmer.publicKey)).toBe(before)
  expect(outcome.events).toEqual([
    'balances.Withdraw',
    'dao.Voted',
    'balances.Deposit',
    'transactionPayment.TransactionFeePaid',
    'system.ExtrinsicSuccess',
  ])
  expect(outcome.fields('transactionPayment.TransactionFeePaid')).toEqual([farmer.address, 0, 0])
  expect(outcome.fields('system.ExtrinsicSuccess')).toMatchObject([{ class: 'Operational', paysFee: 'No' }])
  expect(await read('voting', hash)).toMatchObject({ threshold: 5, ayes: [ours], nays: [], vetos: [] })

  expect((await send(grid.api, vote(1, hash, true), farmer)).error).toBe('dao.DuplicateVote')
  const flipped = await send(grid.api, vote(1, hash, false), farmer)
  expect(flipped.fields('dao.Voted')).toEqual([farmer.address, hash, false, 0, 1])
  expect(await read('voting', hash)).toMatchObject({ ayes: [], nays: [ours] })
  expect((await send(grid.api, vote(1, hash, false), farmer)).error).toBe('dao.DuplicateVote')
})

test('votes are operational, and a batch when it holds nothing else', async () => {
  const classOf = async (extrinsic: ReturnType<typeof vote>) =>
    (await extrinsic.paymentInfo(farmer.address)).class.toString()
  const aye = vote(1, hashes[0]!, true)
  const words = call(grid.api, 'system', 'remark', 'aye')
  expect(await Promise.all([classOf(aye), classOf(words)])).toEqual(['Operational', 'Normal'])
  const batch = (...calls: unknown[]) => classOf(call(grid.api, 'utility', 'batch', calls))
  expect(await Promise.all([batch(aye, aye), batch(aye, words)])).toEqual(['Operational', 'Normal'])
})

test('a changed vote costs its fee', async () => {
  const hash = hashes[1]!
  // This farm voted on it before the first block.
  const voting = (await read('voting', hash)) as { ayes: unknown[]; nays: unknown[] }
  expect([...voting.ayes, ...voting.nays]).toEqual([ours])
  const before = grid.chain.balance(farmer.publicKey)
  expect((await send(grid.api, vote(1, hash, voting.ayes.length === 0), farmer)).error).toBeUndefined()
  expect(grid.chain.balance(farmer.publicKey)).toBeLessThan(before)
})

test.each([
  ["another's farm", () => vote(1, hashes[0]!, true), bob, 'NotAuthorizedToVote'],
  ['no farm', () => vote(99, hashes[0]!, true), farmer, 'NotAuthorizedToVote'],
  ['a proposal that is not there', () => vote(1, `0x${'11'.repeat(32)}`, true), farmer, 'ProposalMissing'],
  ['a proposal whose time is over', () => vote(1, hashes[2]!, true), farmer, 'TimeLimitReached'],
  ['a farm without nodes', () => vote(2, hashes[0]!, true), carol, 'FarmHasNoNodes'],
])('refused: %s', async (_, make, who, error) => {
  expect((await send(grid.api, make(), who)).error).toBe(`dao.${error}`)
})

test('what takes a council is not offered', () => {
  expect(Object.keys(grid.api.tx.dao!)).toEqual(['vote'])
})
