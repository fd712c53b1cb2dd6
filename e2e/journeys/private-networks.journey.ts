import type { Page } from '@playwright/test'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import type { WireGuardPeer } from '#domain/workloads/wireguard-peer.ts'
import { networkWorkload } from '#domain/plan/templates/machine-node.ts'
import { publicKeyOf, wireGuardKeys } from '#domain/wireguard.ts'
import { held, openNetworksAs, otherClient } from '#support/citizen-networks.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { tabTo } from '#support/machine.ts'
import { Seeder } from '#support/seeder.ts'
import { tsMachine, tsNetwork } from '#support/written.ts'

// Nodes that say nothing are waited for, and keys are locked at some expense.
test.describe.configure({ timeout: 150_000 })

type Client = Awaited<ReturnType<typeof otherClient>>

const key = (fill: number) => wireGuardKeys(new Uint8Array(32).fill(fill))
const chance = { bytes: (length: number) => new Uint8Array(length).fill(9), number: () => 0.5 }
const says = '{"version":3,"type":"network","name":"office","projectName":"vm/site"}'
const anna = key(4)

const person = {
  subnet: '10.20.3.0/24',
  wireguard_public_key: anna.publicKey,
  allowed_ips: ['10.20.3.0/24', '100.64.20.3/32'],
  endpoint: '',
}
const behind = {
  subnet: '10.20.4.0/24',
  wireguard_public_key: key(2).publicKey,
  allowed_ips: ['10.20.4.0/24', '100.64.20.4/32'],
  endpoint: '',
}

/** Node 1's part as another client wrote it: it has a public address, and lets one person in. */
function part(metadata: string, peers: WireGuardPeer[] = [person]): Workload<'network'> {
  const { data, ...workload } = networkWorkload('office', chance)
  const own = { subnet: '10.20.2.0/24', wireguard_private_key: key(1).privateKey, wireguard_listen_port: 4001 }
  return { ...workload, data: { ...data, ...own, peers }, metadata }
}

/** The part of a hidden node, which calls node 1. */
function hiddenPart(): Workload<'network'> {
  const workload = part(byGridClient)
  const called = {
    subnet: '10.20.2.0/24',
    wireguard_public_key: key(1).publicKey,
    allowed_ips: ['10.20.3.0/24', '100.64.20.3/32', '10.20.2.0/24', '100.64.20.2/32'],
    endpoint: '29.0.1.2:4001',
  }
  const own = { subnet: '10.20.4.0/24', wireguard_private_key: key(2).privateKey, wireguard_listen_port: 4002 }
  return { ...workload, data: { ...workload.data, ...own, peers: [called] } }
}

const byGridClient = `{"version":3,"user_accesses":[{"node_id":1,"private_key":"${anna.privateKey}","subnet":"10.20.3.0/24"}]}`
const byGo = `{"version":3,"ip":"10.20.3.0/24","priv_key":"${anna.privateKey}","node_id":1}`

const networkHeld = async (client: Client, node: number, contract: number) =>
  (await held(client.ask, node, contract)).workloads[0] as Workload<'network'>

/** The contract of a network's part on a node, as the page shows it. */
async function contractOn(page: Page, node: number): Promise<number> {
  const row = page
    .getByRole('table', { name: 'Members' })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: `Node ${node}`, exact: true }) })
  return Number(await row.getByRole('link', { name: /^Contract/ }).innerText())
}

const sheet = (page: Page) => page.getByRole('dialog')
const state = (page: Page, words: string) => page.getByRole('main').getByText(words, { exact: true }).first()

async function addNode(page: Page, node: number) {
  await page.getByRole('button', { name: 'Add a node' }).click()
  await sheet(page).getByLabel('Node id or farm name').fill(String(node))
  await sheet(page)
    .getByRole('button', { name: `Add node ${node}`, exact: true })
    .click()
  await sheet(page).getByRole('button', { name: 'Sign and add' }).click()
  await sheet(page).getByRole('button', { name: 'Done' }).click({ timeout: 40_000 })
}

/** Gives the file that the person got. */
async function addPerson(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Add a person' }).click()
  await sheet(page).getByLabel('Name').fill(name)
  await sheet(page).getByRole('button', { name: 'Look it over' }).click()
  await sheet(page).getByRole('button', { name: 'Sign and add' }).click()
  const file = sheet(page).getByLabel(`WireGuard file of ${name}`, { exact: true })
  await expect(file).toBeVisible({ timeout: 40_000 })
  const text = await file.inputValue()
  await sheet(page).getByRole('button', { name: 'Done' }).click()
  return text
}

const line = (file: string, name: string) => new RegExp(`^${name} = (.*)$`, 'm').exec(file)![1]!

test('a network grows to a hidden node, lets people in by files that fit, and shuts them out again', async ({
  page,
  grid,
}) => {
  const client = await otherClient(grid, 'bob')
  const first = await client.deploy(1, says, part(byGridClient), says)
  const hidden = grid.ready.sampleNodes.find((id) => id !== 1)!
  await openNetworksAs(page, grid, 'bob')
  await expect(page.getByRole('row', { name: /office Connected 10\.20\.0\.0\/16/ })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'office' }).click()
  await expect(page.getByRole('list', { name: 'Ways in' })).toContainText('10.20.3.0/24 over node 1')
  await expectNoAxeViolations(page)

  await addNode(page, hidden)
  await expect(page.getByRole('row', { name: new RegExp(`Node ${hidden} .*Hidden, through node 1`) })).toBeVisible()
  const second = await contractOn(page, hidden)
  const file = await addPerson(page, 'phone')
  await expect(page.getByRole('list', { name: 'Topology of office' })).toContainText('phone')
  await expectNoAxeViolations(page)

  const one = await networkHeld(client, 1, first)
  const two = await networkHeld(client, hidden, second)
  expect(line(file, 'PublicKey')).toBe(publicKeyOf(one.data.wireguard_private_key))
  expect(line(file, 'Endpoint')).toBe('29.0.1.2:4001')
  expect(one.data.peers!.map((peer) => peer.wireguard_public_key)).toEqual([
    anna.publicKey,
    publicKeyOf(line(file, 'PrivateKey')),
    publicKeyOf(two.data.wireguard_private_key),
  ])
  expect(two.data.peers).toEqual([
    {
      subnet: '10.20.2.0/24',
      wireguard_public_key: publicKeyOf(one.data.wireguard_private_key),
      allowed_ips: [
        '10.20.3.0/24',
        '100.64.20.3/32',
        '10.20.5.0/24',
        '100.64.20.5/32',
        '10.20.2.0/24',
        '100.64.20.2/32',
      ],
      endpoint: '29.0.1.2:4001',
    },
  ])
  expect((await client.ask(hidden, 'zos.network.list_private_ips', { network_name: 'office' })) ?? []).toEqual([])

  await page.getByRole('button', { name: 'Revoke phone' }).click()
  await sheet(page).getByRole('button', { name: 'Sign and revoke' }).click()
  await sheet(page).getByRole('button', { name: 'Done' }).click({ timeout: 40_000 })
  await expect(page.getByRole('list', { name: 'Ways in' })).not.toContainText('phone')
  const after = await networkHeld(client, 1, first)
  expect(after.metadata).toBe(byGridClient)
  expect(after.data.peers!.map(({ subnet }) => subnet)).toEqual(['10.20.3.0/24', '10.20.4.0/24'])

  await page.getByRole('button', { name: `Remove node ${hidden}` }).click()
  await sheet(page).getByRole('button', { name: 'Sign and remove' }).click()
  await sheet(page).getByRole('button', { name: 'Done' }).click({ timeout: 40_000 })
  await expect(page.getByRole('row', { name: new RegExp(`^Node ${hidden}`) })).toHaveCount(0)
  await expect(state(page, 'Connected')).toBeVisible({ timeout: 20_000 })
  expect((await networkHeld(client, 1, first)).data.peers).toHaveLength(1)
  await client.close()
})

test('what a Go client made keeps its people, and its file can be had', async ({ page, grid }) => {
  const client = await otherClient(grid, 'bob')
  const first = await client.deploy(1, says.replace('vm/site', 'Network'), part(byGo))
  await openNetworksAs(page, grid, 'bob')
  await page.getByRole('link', { name: 'office' }).click()
  await page.getByRole('link', { name: 'WireGuard file of office-3' }).click()
  const file = sheet(page).getByLabel('WireGuard file of office-3', { exact: true })
  await expect(file).toHaveValue(new RegExp(`PrivateKey = ${anna.privateKey.replaceAll('+', '\\+')}`))
  await expectNoAxeViolations(page)
  await sheet(page).getByRole('button', { name: 'Done' }).click()

  await addPerson(page, 'phone')
  const { metadata, data } = await networkHeld(client, 1, first)
  expect(JSON.parse(metadata)).toMatchObject({
    user_accesses: [{ subnet: '10.20.3.0/24', private_key: anna.privateKey, node_id: 1 }, { name: 'phone' }],
  })
  expect(data.peers!.map(({ subnet }) => subnet)).toEqual(['10.20.3.0/24', '10.20.4.0/24'])
  await client.close()
})

test('a network in the contract of its machine is listed, let people into, and not ended with that contract', async ({
  page,
  grid,
}) => {
  const bob = await Seeder.of(grid)
  const web = tsMachine('web', 'mixed', 2)
  const id = await bob.deploy(1, {
    ...web,
    workloads: [...web.workloads, ...tsNetwork('mixed', '', 2, 4001).workloads],
  })
  await openNetworksAs(page, grid, 'bob')
  await page.getByRole('link', { name: 'mixed' }).click()
  await expect(state(page, 'Connected')).toBeVisible({ timeout: 20_000 })
  expect(await contractOn(page, 1)).toBe(id)
  await expect(page.getByRole('button', { name: 'Remove node 1' })).toHaveAccessibleDescription('web stands here')
  await expectNoAxeViolations(page)

  await addPerson(page, 'phone')
  const { workloads } = (await bob.ask(1, 'zos.deployment.get', { contract_id: id })) as Deployment
  expect(Object.fromEntries(workloads.map(({ name, version, result }) => [name, [version, result!.state]]))).toEqual({
    mixed: [1, 'ok'],
    web: [0, 'ok'],
    web_disk0: [0, 'ok'],
  })
  await bob.leave()
})

test('a silent member keeps nobody waiting, and learns of what changed when it is back', async ({ page, grid }) => {
  const client = await otherClient(grid, 'bob')
  const hidden = grid.ready.sampleNodes.find((id) => id !== 1)!
  await client.deploy(1, says, part(byGridClient, [person, behind]), says)
  await client.deploy(hidden, says, hiddenPart(), says)
  await client.close()
  grid.node(hidden).goOffline()
  await openNetworksAs(page, grid, 'bob')
  await expect(page.getByRole('row', { name: /office .*10\.20\.0\.0\/16/ })).toBeVisible()
  await expect(state(page, '1 of 2 silent')).toBeVisible({ timeout: 40_000 })
  await page.getByRole('link', { name: 'office' }).click()
  await expect(page.getByText(`Node ${hidden} does not answer.`)).toBeVisible()
  await expectNoAxeViolations(page)
  await addPerson(page, 'phone')

  const again = page.getByRole('button', { name: 'Ask again' })
  await expect(again).not.toHaveAttribute('aria-busy', { timeout: 60_000 })
  grid.node(hidden).goOnline()
  await again.click()
  await expect(page.getByText(`Node ${hidden} knows the others as they were.`)).toBeVisible({ timeout: 90_000 })
  await page.getByRole('button', { name: 'Bring up to date' }).click()
  await sheet(page).getByRole('button', { name: 'Sign and bring up to date' }).click()
  await sheet(page).getByRole('button', { name: 'Done' }).click({ timeout: 40_000 })
  await expect(state(page, 'Connected')).toBeVisible({ timeout: 20_000 })
})

test('a person is added with the keyboard alone', async ({ page, grid }) => {
  const client = await otherClient(grid, 'bob')
  await client.deploy(1, says, part(byGridClient), says)
  await client.close()
  await openNetworksAs(page, grid, 'bob')
  await expect(page.getByRole('link', { name: 'office' })).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: 'office' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /29\.0\.1\.2:4001/ })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Add a person' }))
  await page.keyboard.press('Enter')
  await expect(sheet(page).getByLabel('Name')).toBeFocused()
  await page.keyboard.type('phone')
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toContainText('phone gets 10.20.4.0/24')
  await tabTo(page, sheet(page).getByRole('button', { name: 'Sign and add' }))
  await page.keyboard.press('Enter')
  await expect(sheet(page).getByLabel('WireGuard file of phone', { exact: true })).toBeVisible({ timeout: 40_000 })
  await tabTo(page, sheet(page).getByRole('button', { name: 'Done' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Ways in' })).toContainText('phone')
})

test('without networks the page says what one is, and how to begin', async ({ page, grid }) => {
  await openNetworksAs(page, grid, 'bob')
  await expect(page.getByText('No private networks yet')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'New network' }).first().click()
  await expect(page.getByRole('heading', { name: 'Private network' })).toBeVisible()
  await page.goto('/networks/nowhere')
  await expect(page.getByText('The account’s key is locked')).toBeVisible()
})
