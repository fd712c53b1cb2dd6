// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import 'fake-indexeddb/auto'
import { workloadAt } from '#domain/plan/plan.ts'
import { gib } from '#domain/units.ts'
import { backendOf, box, choose, dataOf, fill, held, net, press, show, spotOf } from './some-form.tsx'

// It comes when it is first opened, which takes its time here.
beforeAll(() => import('#ui/floating/Dialog.tsx').then(() => undefined))
afterEach(cleanup)

test('a volume: its size, and who mounts it', async () => {
  show('vol1')
  await fill('Size', '7')
  expect(dataOf('vol1')).toEqual({ size: gib(7) })
  expect(screen.getByText('No machine mounts it. Add it under Disks of a machine.')).toBeTruthy()
})

test('an address: of which kinds, and that one is needed', async () => {
  show('ip1')
  await userEvent.click(screen.getByRole('switch', { name: /^IPv6/ }))
  expect(dataOf('ip1')).toEqual({ v4: true, v6: true })
})

test('an address in the old form has a name only', () => {
  show('ip2')
  expect(box('Name').value).toBe('ip2')
})

test('logs: of which machine, and where to', async () => {
  show('logs1')
  await fill('Send to', 'http://x')
  await userEvent.tab()
  expect(screen.getByText('Begin with redis://, ws:// or wss://')).toBeTruthy()
  expect(dataOf('logs1')).toEqual({ zmachine: 'vm1', output: 'http://x' })
})

test('a database: mode, password made for it, public', async () => {
  show('db1')
  await choose('Mode', 'user')
  await press('Make one')
  await userEvent.click(screen.getByRole('switch', { name: /^Public/ }))
  expect(dataOf('db1')).toMatchObject({ mode: 'user', public: true })
  expect(String(dataOf('db1')['password'])).toMatch(/^\w{24}$/)
})

test('storage: databases of the plan by name, a password that changed, keys of a passphrase', async () => {
  show('qs1')
  await press('Use it')
  await choose('Add a database to: Data', 'db2')
  expect(dataOf('qs1')).toMatchObject({ config: { groups: [{ backends: [backendOf('db1'), backendOf('db2')] }] } })
  await press('Remove db1 from: Data')
  await choose('Add a database to: Metadata', 'All 1')
  expect(dataOf('qs1')).toMatchObject({
    config: { groups: [{ backends: [backendOf('db2')] }], meta: { config: { backends: [backendOf('db1')] } } },
  })
  await press('Make keys of a passphrase')
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('Passphrase'), 'hello')
  await userEvent.click(dialog.getByRole('button', { name: 'Make keys' }))
  // The hexadecimal digits of the MD5 of "hello", as bytes.
  const key = '3564343134303261626334623261373662393731396439313130313763353932'
  await expect
    .poll(() => dataOf('qs1'))
    .toMatchObject({ config: { encryption: { key }, meta: { config: { encryption: { key } } } } })
})

test('storage: a typed database, and pieces that cannot be', async () => {
  show('qs1')
  await userEvent.click(screen.getAllByRole('button', { name: 'Type a database' })[1]!)
  await userEvent.click(box('Address of database 1'))
  await userEvent.paste('[300::1]:9900')
  expect(dataOf('qs1')).toMatchObject({ config: { meta: { config: { backends: [{ address: '[300::1]:9900' }] } } } })
  await fill('Needed to read it', '9')
  await userEvent.tab()
  expect(screen.getByText('No more pieces can be needed than there are')).toBeTruthy()
})

test('a network: its place, its keys made anew, and its peers', async () => {
  show('net1')
  await fill('Subnet here', '10.21.2.0/24')
  await userEvent.tab()
  expect(screen.getByText('It is no part of 10.20.0.0/16')).toBeTruthy()
  await fill('Port', '4711')
  await userEvent.tab()
  expect(screen.getByText('Another network listens there')).toBeTruthy()
  await userEvent.click(screen.getAllByRole('button', { name: 'Make new' })[0]!)
  expect(dataOf('net1')).toMatchObject({ subnet: '10.21.2.0/24', wireguard_listen_port: 4711 })
  expect(dataOf('net1')['wireguard_private_key']).not.toBe(net.wireguard_private_key)
  expect(within(screen.getByRole('table', { name: 'Peers' })).getByText('185.1.2.3:4711')).toBeTruthy()
  await userEvent.click(screen.getByRole('switch', { name: /^Mycelium/ }))
  expect(dataOf('net1')['mycelium']).toBeNull()
})

test('a light network does without WireGuard until a key is made', async () => {
  show('net2')
  expect(screen.queryByRole('switch', { name: /^Mycelium/ })).toBeNull()
  await press('Make one')
  expect(String(dataOf('net2')['wireguard_private_key'])).toHaveLength(44)
})

test('a gateway by name: whether it is free, where it is served, and a machine behind it', async () => {
  show('gw1')
  expect(screen.getByRole('textbox', { name: 'Name', description: 'It is free' })).toBeTruthy()
  expect(screen.getByText('shop.gent01.grid.tf')).toBeTruthy()
  await choose('Machine', 'vm1, over Mycelium')
  await fill('Port', '8080')
  await press('Lead there')
  expect(dataOf('gw1')['backends']).toEqual(['http://[{vm1.mycelium_ip}]:8080'])
  await choose('Machine', 'vm1, within net1')
  await press('Lead there')
  expect(dataOf('gw1')).toMatchObject({ network: 'net1' })
  await userEvent.click(screen.getByRole('switch', { name: /^Pass TLS/ }))
  expect(dataOf('gw1')['backends']).toEqual(['[{vm1.mycelium_ip}]:8080', '{vm1.ip}:8080'])
  await press('Remove backend 1')
  expect(dataOf('gw1')['backends']).toEqual(['{vm1.ip}:8080'])
})

test('a gateway by domain: the record to set, and a typed backend that gateways would not take', async () => {
  show('gw2')
  expect(screen.getByText('shop.example.com. A 185.206.122.31')).toBeTruthy()
  await fill('Domain', 'x.gent01.grid.tf')
  await userEvent.tab()
  expect(screen.getByText('gent01.grid.tf is the node’s own: make a gateway by name for that')).toBeTruthy()
  await press('Type an address')
  await userEvent.keyboard('shop.local')
  await userEvent.tab()
  expect(screen.getByText('Name it by its IP address: gateways look up no names')).toBeTruthy()
  expect(dataOf('gw2')['backends']).toEqual(['http://10.0.0.2', 'http://shop.local'])
})

test('a network: somebody gets a way in, and loses it again', async () => {
  show('net1')
  const metadata = () => workloadAt(held.plan, spotOf('net1'))!.metadata
  expect(screen.getByText(/^Nobody yet/)).toBeTruthy()
  await press('Add a way in')
  expect(JSON.parse(metadata())).toEqual({
    version: 3,
    user_accesses: [{ node_id: 0, private_key: '', subnet: '' }],
  })
  expect(screen.getByRole('list', { name: 'People' }).textContent).toContain('no node of it can be called yet')
  await press(/^Remove the way in/)
  expect(JSON.parse(metadata())).toEqual({ version: 3, user_accesses: [] })
})
