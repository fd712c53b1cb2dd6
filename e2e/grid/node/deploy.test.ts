import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deployment } from '#domain/deployment/deployment.ts'
import { startGrid, type Grid } from '../grid.ts'
import { Citizen, deploymentOf, disk, machine, network, quick, read, signed } from '../testbed.ts'

let grid: Grid
let alice: Citizen
let node: number

beforeAll(async () => {
  grid = await startGrid(quick)
  node = grid.ready.sampleNodes[0]!
  alice = await Citizen.of(grid, 'alice')
})
afterAll(async () => {
  await alice.leave()
  await grid.stop()
})

test('a network and a machine come up, are seen everywhere and go when their contracts are cancelled', async () => {
  const before = await read(grid, `/nodes/${node}`)
  const net = await alice.deploy(node, network('net1'))
  expect(net.results.net1).toMatchObject({ state: 'ok', message: '', data: null })

  const { id, results } = await alice.deploy(node, machine('vm1', 'net1', ['disk1']), disk('disk1'))
  expect(results.disk1).toMatchObject({ state: 'ok', data: { volume_id: `${alice.twin}-${id}-disk1` } })
  expect(results.vm1).toMatchObject({
    state: 'ok',
    data: {
      id: `${alice.twin}-${id}-vm1`,
      ip: '10.20.2.5',
      planetary_ip: expect.stringMatching(/^3[0-9a-f]{2}:/),
      mycelium_ip: expect.stringMatching(/^[45][0-9a-f]{2}:[0-9a-f:]+:ff0f:0:200:5$/),
      console_url: '10.20.2.1:20005',
    },
  })

  expect(await alice.ask(node, 'zos.network.list_wg_ports')).toEqual([3011])
  expect(await alice.ask(node, 'zos.network.list_private_ips', { network_name: 'net1' })).toEqual(['10.20.2.5'])
  const history = (await alice.ask(node, 'zos.deployment.changes', { contract_id: id })) as Deployment['workloads']
  expect(history.map(({ name, result }) => `${name} ${result!.state}`)).toEqual([
    'vm1 init',
    'disk1 init',
    'disk1 ok',
    'vm1 ok',
  ])
  const listed = (await alice.ask(node, 'zos.deployment.list')) as Deployment[]
  expect(listed.map(({ contract_id }) => contract_id)).toEqual([net.id, id])

  const after = await read(grid, `/nodes/${node}`)
  expect(after.capacity.used_resources.cru - before.capacity.used_resources.cru).toBe(1)
  const [contract] = await read(grid, `/contracts?contract_id=${id}`)
  expect(contract).toMatchObject({ state: 'Created', twin_id: alice.twin, details: { nodeId: node } })
  expect(contract.details.deployment_data).toBe('{"version":3,"type":"vm","name":"web1"}')

  await alice.cancel(id)
  await expect
    .poll(() => alice.ask(node, 'zos.deployment.get', { contract_id: id }).catch(String), { timeout: 5000 })
    .toContain('deployment not found')
  expect((await read(grid, `/contracts/${id}`)).state).toBe('Deleted')
  expect((await read(grid, `/nodes/${node}`)).capacity.used_resources).toEqual(before.capacity.used_resources)
  await alice.cancel(net.id)
})

test('the wrong hash, the wrong node or no contract at all fail every workload after the node took them', async () => {
  const agreed = await alice.contracted(node, deploymentOf(alice.twin, disk('disk2')))
  const other = await signed({ ...agreed, metadata: 'changed since' }, alice.signer)
  await alice.ask(node, 'zos.deployment.deploy', other)
  expect((await alice.settled(node, agreed.contract_id)).disk2).toMatchObject({
    state: 'error',
    message: 'contract hash does not match deployment hash',
  })

  const elsewhere = grid.ready.sampleNodes[1]!
  await alice.ask(elsewhere, 'zos.deployment.deploy', agreed)
  expect((await alice.settled(elsewhere, agreed.contract_id)).disk2!.message).toBe('invalid node address in contract')

  await alice.ask(node, 'zos.deployment.deploy', { ...agreed, contract_id: 999_999 })
  expect((await alice.settled(node, 999_999)).disk2!.message).toBe(
    'failed to get deployment contract: object not found',
  )
})

test('what a node does not take it refuses at once, in its own words', async () => {
  const unverified = await Citizen.of(grid, 'unverified')
  const good = { ...deploymentOf(alice.twin, disk('disk3')), contract_id: 4_000_000 }
  const refusal = async (deployment: unknown, sender = alice) =>
    sender.ask(node, 'zos.deployment.deploy', deployment).then(
      () => 'taken',
      (error) => String(error.fault.reason),
    )
  const ofBob = { ...deploymentOf(alice.twin + 1, disk('disk3')), contract_id: 4_000_000 }
  const hers = { ...deploymentOf(unverified.twin, disk('disk3')), contract_id: 4_000_000 }
  const withoutHex = await signed(good, alice.signer)
  withoutHex.signature_requirement.signatures[0]!.signature = `0x${'00'.repeat(64)}`
  const wrongKey = await signed(good, unverified.signer)

  expect(await refusal({ ...good, version: 1.5 })).toBe(
    'json: cannot unmarshal number 1.5 into Go value of type uint32',
  )
  expect(await refusal({ ...good, workloads: [{ ...disk('d'), type: 'zmachine-light' }] })).toBe(
    "invalid reservation type 'zmachine-light'",
  )
  expect(await refusal({ ...good, workloads: [disk('not-good')] })).toBe(
    "name 'not-good' is invalid: unsupported character in workload name",
  )
  expect(await refusal(ofBob)).toBe(`twin id mismatch (deployment: ${alice.twin + 1}, message: ${alice.twin})`)
  expect(await refusal(await signed(hers, unverified.signer), unverified)).toBe(
    'failed to get twin verification status',
  )
  expect(await refusal(good)).toBe(`missing required signature for twin '${alice.twin}'`)
  expect(await refusal(withoutHex)).toContain('invalid signature')
  expect(await refusal(wrongKey)).toBe('failed to verify signature')
  expect(await refusal(await signed({ ...good, version: 1 }, alice.signer))).toBe(
    'expected version to be 0 on deployment creation: invalid version',
  )
  expect(await refusal(await signed(good, alice.signer))).toBe('taken')
  expect(await refusal(await signed(good, alice.signer))).toBe('exists')
  await unverified.leave()
})

test('a signature in the style of wallets is taken too', async () => {
  const plain = deploymentOf(alice.twin, disk('disk4'))
  const requirement = { ...plain.signature_requirement, signature_style: 'polka-wallet' }
  const deployment = await alice.contracted(node, { ...plain, signature_requirement: requirement })
  await alice.ask(node, 'zos.deployment.deploy', deployment)
  expect((await alice.settled(node, deployment.contract_id)).disk4!.state).toBe('ok')
})

test('a workload that fails neither stops nor undoes the others', async () => {
  const { results } = await alice.deploy(
    node,
    disk('good'),
    disk('huge', (2 ** 50) as never),
    machine('lost', 'nowhere', ['huge']),
  )
  expect(results.good!.state).toBe('ok')
  expect(results.huge).toMatchObject({
    state: 'error',
    message: `failed to find a candidate to host vdisk of size '${2 ** 50}': not enough space left in pools of this type ssd`,
  })
  expect(results.lost).toMatchObject({ state: 'error', data: { ip: '10.20.2.5', mycelium_ip: '' } })
  expect(results.lost!.message).toMatch(/^could not get network resource subnet: couldn't load network with id/)
})
