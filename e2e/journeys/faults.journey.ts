import type { Grid } from '#grid/grid.ts'
import { expect, test } from '#support/journey.ts'
import { describeMachine, expectRunning, getAccount, sign } from '#support/machine.ts'

type Fault = Parameters<Grid['faults']['activate']>[0]

// Services are down on purpose, and the chain's library tells of each.
test.use({ expectedErrors: [/status of (429|500|503)|WebSocket|ERR_|API-WS|RPC-CORE|submitExtrinsic|Failed to load/] })

/** Those that a deployment goes through without anybody's help, begun when it is about to be signed. */
const ridden: [string, (node: number) => Fault][] = [
  ['its node answers late', (node) => ({ fault: 'node-slow', node, ms: 1_500 })],
  ['an answer of its node is lost', (node) => ({ fault: 'reply-lost', node, times: 1 })],
  ['its node hears of no contract that ends', (node) => ({ fault: 'end-missed', node })],
  ['a workload takes long', (node) => ({ fault: 'workload-slow', node, ms: 4_000 })],
  ['the relay drops every socket', () => ({ fault: 'relay-closed' })],
  ['the relay is gone for a while', () => ({ fault: 'relay-restarted', ms: 3_000 })],
  ['the relay takes little a minute', () => ({ fault: 'relay-rate-limited', count: 40, bytes: 200_000 })],
  ['the clocks of others run behind', () => ({ fault: 'clock-skew', seconds: -30 })],
  ['the pool loses the transaction', () => ({ fault: 'extrinsic-dropped' })],
  ['blocks come slowly', () => ({ fault: 'chain-slow', ms: 4_000 })],
  ['its block loses against another', () => ({ fault: 'chain-fork' })],
  ['the proxy fails', () => ({ fault: 'proxy-down' })],
  ['the proxy is slow', () => ({ fault: 'proxy-slow', ms: 2_000 })],
  ['the proxy writes nonsense', () => ({ fault: 'proxy-malformed' })],
]

for (const [what, faultOn] of ridden)
  test(`a machine comes up although ${what}`, async ({ page, grid }) => {
    const before = [...grid.chain.contracts()].length
    const node = grid.ready.sampleNodes[0]!
    await page.goto(`/deploy/vm?node=${node}`)
    await getAccount(page)
    await describeMachine(page, 'web1')
    await page.getByRole('button', { name: 'Review and sign' }).click()
    grid.faults.activate(faultOn(node))
    await page.getByRole('button', { name: 'Sign and deploy' }).click()
    await expect(page.getByRole('heading', { name: 'web1 is running' })).toBeVisible({ timeout: 60_000 })
    expect([...grid.chain.contracts()].length - before).toBe(2)
  })

/** Those that stop it: what is said, and that it goes on once they are over. */
const stopping: [string, (node: number) => Fault, RegExp][] = [
  ['the chain is gone', () => ({ fault: 'chain-down' }), /TFChain cannot be reached/],
  ['its node goes offline', (node) => ({ fault: 'node-offline', node }), /did not answer|is not connected/],
  ['its node signs with another key', (node) => ({ fault: 'wrong-signature', node }), /signature|did not answer/],
  [
    'the chain refuses it',
    () => ({ fault: 'extrinsic-failed', error: 'SmartContractModule.NodeNotAvailableToDeploy' }),
    /node is not available|NodeNotAvailableToDeploy/i,
  ],
  ['the node fills up', (node) => ({ fault: 'node-full', node }), /cannot fulfil required memory size|no .*space/],
  ['a workload fails', (node) => ({ fault: 'workload-error', node, type: 'zmachine' }), /could not start web1/],
  ['identity is doubted meanwhile', () => ({ fault: 'kyc-unverified' }), /verification status|not verified/],
]

for (const [what, faultOn, said] of stopping)
  test(`a machine that is stopped because ${what} says so, and is retried`, async ({ page, grid }) => {
    const before = [...grid.chain.contracts()].length
    const node = grid.ready.sampleNodes[0]!
    await page.goto(`/deploy/vm?node=${node}`)
    await getAccount(page)
    await describeMachine(page, 'web1')
    await page.getByRole('button', { name: 'Review and sign' }).click()
    grid.faults.activate(faultOn(node))
    await page.getByRole('button', { name: 'Sign and deploy' }).click()
    const alert = page.getByRole('alert')
    await expect(alert).toContainText(said, { timeout: 90_000 })
    grid.faults.clear()
    // Connections come back by themselves, a moment later.
    await expect(async () => {
      const retry = alert.getByRole('button', { name: 'Retry' })
      if (await retry.isVisible()) await retry.click()
      await expect(page.getByRole('heading', { name: 'web1 is running' })).toBeVisible({ timeout: 10_000 })
    }).toPass({ timeout: 60_000 })
    expect([...grid.chain.contracts()].length - before).toBe(2)
  })

test('a node that goes silent is told of, and the machine comes up by itself once it speaks again', async ({
  page,
  grid,
}) => {
  const before = [...grid.chain.contracts()].length
  const node = grid.ready.sampleNodes[0]!
  await page.goto(`/deploy/vm?node=${node}`)
  await getAccount(page)
  await describeMachine(page, 'web1')
  await page.getByRole('button', { name: 'Review and sign' }).click()
  grid.faults.activate({ fault: 'node-silent', node })
  await page.getByRole('button', { name: 'Sign and deploy' }).click()
  await expect(page.getByText(`Node ${node} has not answered since`)).toBeVisible({ timeout: 60_000 })
  grid.faults.clear()
  await expect(page.getByRole('heading', { name: 'web1 is running' })).toBeVisible({ timeout: 60_000 })
  expect([...grid.chain.contracts()].length - before).toBe(2)
})

/** Those that are noticed before anything is paid. */
const noticed: [string, (node: number) => Fault, RegExp][] = [
  ['its node sleeps', (node) => ({ fault: 'node-standby', node }), /asleep/],
  ['its node is silent', (node) => ({ fault: 'node-silent', node }), /does not answer/],
  ['its node is full', (node) => ({ fault: 'node-full', node }), /memory|SSD/],
  ['nobody knows the owner', () => ({ fault: 'kyc-unverified' }), /Identity is not verified/],
  ['the identity service is down', () => ({ fault: 'kyc-down' }), /Identity check did not answer/],
  ['the clocks of others run ahead', () => ({ fault: 'clock-skew', seconds: 3_600 }), /clock|does not answer/i],
]

for (const [what, faultOn, said] of noticed)
  test(`before anything is paid it is said that ${what}`, async ({ page, grid }) => {
    const node = grid.ready.sampleNodes[0]!
    await page.goto('/nodes')
    await getAccount(page)
    grid.faults.activate(faultOn(node))
    await page.goto(`/deploy/vm?node=${node}`)
    await describeMachine(page, 'web1')
    await expect(page.getByRole('complementary', { name: 'Review' })).toContainText(said, { timeout: 45_000 })
  })

test('a node that reads by a stale key is told of, and the machine comes up once it reads again', async ({
  page,
  grid,
}) => {
  const node = grid.ready.sampleNodes[0]!
  await page.goto(`/deploy/vm?node=${node}`)
  await getAccount(page)
  await describeMachine(page, 'web1')
  grid.faults.activate({ fault: 'stale-key', node })
  await page.reload()
  await expect(page.getByRole('complementary', { name: 'Review' })).toContainText('does not answer', {
    timeout: 45_000,
  })
  grid.faults.clear()
  await page.reload()
  await sign(page)
  await expectRunning(page, 'web1')
})
