import type { ISubmittableResult } from '@polkadot/types/types'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Keyring } from '@polkadot/keyring'
import { startGrid, type Grid } from '../grid.ts'
import { Citizen, deploymentOf, disk, quick } from '../testbed.ts'

let grid: Grid
let alice: Citizen
let node: number

beforeAll(async () => {
  grid = await startGrid(quick)
  node = grid.ready.sampleNodes[0]!
  alice = await Citizen.of(grid, 'alice')
})
afterEach(() => grid.faults.clear())
afterAll(async () => {
  await alice.leave()
  await grid.stop()
})

async function provoke(fault: object): Promise<Response> {
  return fetch(grid.ready.faults, { method: 'POST', body: JSON.stringify(fault) })
}
const contract = (name: string) => alice.contracted(node, deploymentOf(alice.twin, disk(name)))

/** What a client hears of a transfer until it is over or lost. */
async function statuses(): Promise<{ told: string[]; blocks: string[] }> {
  const bob = grid.ready.accounts.find(({ name }) => name === 'bob')!
  const signer = new Keyring({ type: 'sr25519' }).addFromMnemonic(bob.mnemonic)
  const results: ISubmittableResult[] = []
  await new Promise<void>((resolve) => {
    void alice.api.tx.balances!.transferKeepAlive!(alice.signer.address, 1_000_000).signAndSend(
      signer,
      { nonce: -1 },
      (result) => {
        results.push(result)
        if (result.status.isFinalized || result.status.isDropped) resolve()
      },
    )
  })
  const told = results.map(({ status }) => status.type)
  return { told, blocks: results.flatMap(({ status }) => (status.isInBlock ? status.asInBlock.toHex() : [])) }
}

test('extrinsic-dropped: the pool takes the next extrinsic and loses it, the one after not', async () => {
  await provoke({ fault: 'extrinsic-dropped' })
  await expect(contract('disk1')).rejects.toMatchObject({ fault: { kind: 'transaction', outcome: 'dropped' } })
  expect(await contract('disk1')).toHaveProperty('contract_id')
  await provoke({ fault: 'extrinsic-dropped' })
  expect((await statuses()).told).toEqual(['Ready', 'Dropped'])
})

test.each([
  [undefined, 'NodeNotAvailableToDeploy'],
  ['TfgridModule.UserDidNotSignTermsAndConditions', 'UserDidNotSignTermsAndConditions'],
])('extrinsic-failed with %s: the next extrinsic fails in its block, the one after not', async (error, said) => {
  await provoke({ fault: 'extrinsic-failed', error })
  await expect(contract('disk2')).rejects.toMatchObject({ fault: { reason: expect.stringContaining(said) } })
  expect(grid.faults.active).toEqual([])
})

test('an error that the chain does not have is refused', async () => {
  const response = await provoke({ fault: 'extrinsic-failed', error: 'Balances.Sadness' })
  expect(response.status).toBe(400)
  expect((await response.json()).error).toContain('error should be an error of the chain, got "Balances.Sadness"')
})

test('chain-fork: an extrinsic is retracted and lands in another block, with the same outcome', async () => {
  const before = grid.chain.balance(alice.signer.publicKey)
  await provoke({ fault: 'chain-fork' })
  const { told, blocks } = await statuses()
  expect(told).toEqual(['Ready', 'InBlock', 'Retracted', 'Ready', 'InBlock', 'Finalized'])
  expect(new Set(blocks).size).toBe(2)
  expect(grid.chain.balance(alice.signer.publicKey) - before).toBe(1_000_000n)
  await expect(alice.api.query.timestamp!.now!.at(blocks[0]!)).rejects.toThrow('State already discarded')
  const { number } = await alice.api.rpc.chain.getHeader(blocks[1])
  expect((await alice.api.rpc.chain.getBlockHash(number.toNumber())).toHex()).toBe(blocks[1])
})

test('a deployment goes through a fork: its contract is the same in the block that wins', async () => {
  const heard: string[] = []
  grid.chain.onEvent(({ kind }) => heard.push(kind))
  await provoke({ fault: 'chain-fork' })
  const { id, results } = await alice.deploy(node, disk('disk3'))
  expect(results.disk3!.state).toBe('ok')
  await expect.poll(() => grid.chain.contract(id)?.twinId).toBe(alice.twin)
  await expect.poll(() => heard.filter((kind) => kind === 'contract-created')).toEqual(['contract-created'])
})

test('chain-slow: blocks come only every so often, and as often as before once it is over', async () => {
  const next = () =>
    new Promise<number>((resolve) => {
      const stop = grid.chain.onEvent((event) => {
        if (event.kind !== 'block') return
        stop()
        resolve(performance.now())
      })
    })
  await provoke({ fault: 'chain-slow', ms: 1200 })
  const start = performance.now()
  expect((await next()) - start).toBeGreaterThanOrEqual(1100)
  grid.faults.clear()
  await next()
})
