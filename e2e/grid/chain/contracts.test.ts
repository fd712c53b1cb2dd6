import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChainEvent } from './nouns.ts'
import { bob, call, carol, query, send, startTestChain, type TestChain } from './test-chain.ts'

let grid: TestChain
beforeAll(async () => {
  grid = await startTestChain()
})
afterAll(() => grid.stop())

const contract = (method: string, ...args: unknown[]) => call(grid.api, 'smartContractModule', method, ...args)
const onNode = (nodeId: number, hash: string, publicIps = 0, provider: number | null = null) =>
  contract('createNodeContract', nodeId, hash, '{"version":3}', publicIps, provider)
const batchAll = (...calls: unknown[]) => call(grid.api, 'utility', 'batchAll', calls)
const read = (item: string, ...args: unknown[]) => query(grid.api, 'smartContractModule', item, ...args)
const hash = (letter: string) => letter.repeat(32)

test('two contracts in one batch: events with the contracts, lookups, and the grid hears of both', async () => {
  const heard: ChainEvent[] = []
  const stop = grid.chain.onEvent((event) => heard.push(event))
  const outcome = await send(grid.api, batchAll(onNode(1, hash('a')), contract('createNameContract', 'my-site')), carol)
  stop()
  expect(outcome.error).toBeUndefined()
  expect(outcome.events.filter((name) => name.startsWith('smartContractModule'))).toEqual([
    'smartContractModule.ContractCreated',
    'smartContractModule.ContractCreated',
  ])
  expect((await grid.api.query.smartContractModule!.contracts!(1)).toPrimitive()).toEqual({
    version: 4,
    state: { created: null },
    contractId: 1,
    twinId: 3,
    contractType: {
      nodeContract: {
        nodeId: 1,
        deploymentHash: hash('a'),
        deploymentData: '{"version":3}',
        publicIps: 0,
        publicIpsList: [],
      },
    },
    solutionProviderId: null,
  })
  expect(heard.filter(({ kind }) => kind === 'contract-created')).toEqual([
    { kind: 'contract-created', contract: grid.chain.contract(1) },
    { kind: 'contract-created', contract: grid.chain.contractByName('my-site') },
  ])
  expect(await read('contractIDByNodeIDAndHash', 1, hash('a'))).toBe(1)
  expect(await read('contractIDByNameRegistration', 'my-site')).toBe(2)
  expect(await read('activeNodeContracts', 1)).toEqual([1])
  expect(await read('contractPaymentState', 1)).toMatchObject({ lastUpdatedSeconds: grid.chain.contract(1)!.createdAt })
})

test('an update moves the lookup to the new hash', async () => {
  const outcome = await send(grid.api, contract('updateNodeContract', 1, hash('b'), 'changed'), carol)
  expect(outcome.events).toContain('smartContractModule.ContractUpdated')
  expect(await read('contractIDByNodeIDAndHash', 1, hash('a'))).toBe(0)
  expect(await read('contractIDByNodeIDAndHash', 1, hash('b'))).toBe(1)
  expect(grid.chain.contract(1)).toMatchObject({ detail: { hash: hash('b'), data: 'changed' } })
})

test.each([
  ['a node that does not exist', () => onNode(99, hash('c')), 'NodeNotExists'],
  ['a node that sleeps', () => onNode(2, hash('c')), 'NodeNotAvailableToDeploy'],
  ['a node that has to be rented', () => onNode(3, hash('c')), 'NodeNotAvailableToDeploy'],
  ['a hash that the node has', () => onNode(1, hash('b')), 'ContractIsNotUnique'],
  ['more addresses than the farm has', () => onNode(1, hash('c'), 3), 'FarmHasNotEnoughPublicIPs'],
  ['an unknown solution provider', () => onNode(1, hash('c'), 0, 7), 'NoSuchSolutionProvider'],
  ['a name that is taken', () => contract('createNameContract', 'my-site'), 'NameExists'],
  ['a name of two letters', () => contract('createNameContract', 'ab'), 'NameContractNameTooShort'],
  ['a name of 65 letters', () => contract('createNameContract', 'a'.repeat(65)), 'NameContractNameTooLong'],
  ['a name with a capital', () => contract('createNameContract', 'Site'), 'NameNotValid'],
  [
    'an update of a contract that is not there',
    () => contract('updateNodeContract', 99, hash('c'), ''),
    'ContractNotExists',
  ],
  ['an update of a name', () => contract('updateNodeContract', 2, hash('c'), ''), 'InvalidContractType'],
  ['cancelling what is not there', () => contract('cancelContract', 2n ** 60n), 'ContractNotExists'],
])('refused: %s', async (_, make, error) => {
  expect((await send(grid.api, make(), carol)).error).toBe(`smartContractModule.${error}`)
})

test('without a twin there are no contracts, and those of others stay', async () => {
  expect((await send(grid.api, onNode(1, hash('c')), bob)).error).toBe('smartContractModule.TwinNotExists')
  const cancelled = await send(grid.api, contract('cancelContract', 1), bob)
  expect(cancelled.error).toBe('smartContractModule.TwinNotAuthorizedToCancelContract')
  const updated = await send(grid.api, contract('updateNodeContract', 1, hash('c'), ''), bob)
  expect(updated.error).toBe('smartContractModule.TwinNotAuthorizedToUpdateContract')
})

test('a batch that fails leaves nothing behind', async () => {
  const outcome = await send(grid.api, batchAll(contract('createNameContract', 'fresh'), onNode(99, hash('d'))), carol)
  expect(outcome.error).toBe('smartContractModule.NodeNotExists')
  expect(grid.chain.contractByName('fresh')).toBeUndefined()
  expect(outcome.events).not.toContain('smartContractModule.ContractCreated')
})

test('forceBatch goes on after a failure, batch stops', async () => {
  const calls = [contract('createNameContract', 'my-site'), contract('createNameContract', 'second')]
  const stopped = await send(grid.api, call(grid.api, 'utility', 'batch', calls), carol)
  expect(stopped.fields('utility.BatchInterrupted')).toEqual([0, { module: { index: 26, error: '0x0f000000' } }])
  expect(grid.chain.contractByName('second')).toBeUndefined()
  const forced = await send(grid.api, call(grid.api, 'utility', 'forceBatch', calls), carol)
  expect(forced.events).toContain('utility.BatchCompletedWithErrors')
  expect(grid.chain.contractByName('second')).toBeDefined()
})

test('public addresses are taken from the farm and given back', async () => {
  const created = await send(grid.api, onNode(1, hash('e'), 2), carol)
  const [{ contractId }] = created.fields('smartContractModule.ContractCreated') as [{ contractId: number }]
  expect(grid.chain.farm(1)!.publicIps.map((ip) => ip.contractId)).toEqual([contractId, contractId])
  expect(await read('contracts', contractId)).toMatchObject({
    contractType: { nodeContract: { publicIps: 2, publicIpsList: [{ contractId }, { contractId }] } },
  })
  const refused = await send(grid.api, onNode(1, hash('f'), 1), carol)
  expect(refused.error).toBe('smartContractModule.FarmHasNotEnoughPublicIPsFree')

  grid.chain.advance(60)
  const cancelled = await send(grid.api, contract('cancelContract', contractId), carol)
  expect(cancelled.events.filter((name) => name.startsWith('smartContractModule'))).toEqual([
    'smartContractModule.ContractBilled',
    'smartContractModule.TokensBurned',
    'smartContractModule.RewardDistributed',
    'smartContractModule.IPsFreed',
    'smartContractModule.NodeContractCanceled',
  ])
  expect(grid.chain.farm(1)!.publicIps.map((ip) => ip.contractId)).toEqual([0, 0])
})

test('cancelling frees hash and name, and the contract is gone', async () => {
  const heard: string[] = []
  const stop = grid.chain.onEvent(({ kind }) => heard.push(kind))
  await send(grid.api, batchAll(contract('cancelContract', 1), contract('cancelContract', 2)), carol)
  stop()
  const whole = ['contract-billed', 'contract-cancelled']
  expect(heard.filter((kind) => kind !== 'block')).toEqual([...whole, ...whole])
  expect(await read('contracts', 1)).toBeNull()
  expect(await read('contractPaymentState', 1)).toBeNull()
  expect(await read('contractIDByNodeIDAndHash', 1, hash('b'))).toBe(0)
  expect(await read('contractIDByNameRegistration', 'my-site')).toBe(0)
  expect(await read('activeNodeContracts', 1)).toEqual([])
  expect((await send(grid.api, onNode(1, hash('b')), carol)).error).toBeUndefined()
})
