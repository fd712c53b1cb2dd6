// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import 'fake-indexeddb/auto'
import { images } from '#domain/deployment/images.ts'
import { placed } from '#domain/plan/plan.ts'
import { gib } from '#domain/units.ts'
import { box, choose, dataOf, fill, gpu, held, names, press, show } from './some-form.tsx'

// It comes when it is first opened, which takes its time here.
beforeAll(() => import('#ui/floating/Dialog.tsx').then(() => undefined))
afterEach(cleanup)

test('a size at one press, and an image found by typing or written as an address', async () => {
  show('vm1')
  await press('4 vCPU, 8 GiB')
  expect(dataOf('vm1')).toMatchObject({ compute_capacity: { cpu: 4, memory: gib(8) } })
  const image = screen.getByRole<HTMLInputElement>('combobox', { name: 'Image' })
  expect(image.value).toBe('Ubuntu 24.04')
  await userEvent.type(image, 'Alpine 3')
  expect(dataOf('vm1')).toMatchObject({
    flist: images.find(({ name }) => name === 'Alpine 3')!.flist,
    entrypoint: '/entrypoint.sh',
  })
  await userEvent.tab()
  await userEvent.type(image, 'https://hub.grid.tf/me/own.flist{Enter}')
  expect(dataOf('vm1')).toMatchObject({ flist: 'https://hub.grid.tf/me/own.flist' })
})

test('connections: a new network, a public address, switches', async () => {
  show('vm1')
  await choose('Public IP', 'ip1, IPv4')
  expect(dataOf('vm1')).toMatchObject({ network: { public_ip: 'ip1' } })
  await choose('Public IP', 'New IPv4 and IPv6')
  expect(dataOf('vm1')).toMatchObject({ network: { public_ip: 'ip3' } })
  expect(dataOf('ip3')).toEqual({ v4: true, v6: true })
  await userEvent.click(screen.getByRole('switch', { name: /^Planetary/ }))
  await userEvent.click(screen.getByRole('switch', { name: /^Mycelium/ }))
  expect(dataOf('vm1')).toMatchObject({ network: { planetary: true, mycelium: null } })
  await choose('Network', 'New network')
  const added = placed(held.plan).filter(({ workload }) => workload.type === 'network')[1]!.workload.name
  expect(dataOf('vm1')).toMatchObject({ network: { interfaces: [{ network: added, ip: '' }] } })
})

test('a light machine has no public address, no planetary network and no logs', () => {
  show('light1')
  expect(screen.queryByLabelText('Public IP')).toBeNull()
  expect(screen.queryByRole('switch', { name: /^Planetary/ })).toBeNull()
  expect(screen.queryByRole('heading', { name: 'Logs' })).toBeNull()
})

test('disks: added with a size, shared ones mounted, and removed again', async () => {
  show('vm1')
  await press('Add disk')
  await fill('Size of disk1', '50')
  await fill('disk1 mounted at', '/')
  await userEvent.tab()
  expect(dataOf('disk1')).toEqual({ size: gib(50) })
  expect(
    screen.getByText('The root disk is at / already: mount this one below it, for example at /mnt/data'),
  ).toBeTruthy()
  await choose('Mount another', 'vol1')
  expect(dataOf('vm1')).toMatchObject({ mounts: [{ name: 'disk1', mountpoint: '/' }, { name: 'vol1' }] })
  await press('Remove disk1')
  expect(names()).not.toContain('disk1')
})

test('a full image boots from its first disk, and from another one on demand', async () => {
  show('vm1')
  await userEvent.type(screen.getByRole('combobox', { name: 'Image' }), 'Ubuntu 22.04, full')
  expect(screen.getByText('This image boots from a disk: add one')).toBeTruthy()
  await press('Add disk')
  expect(screen.getByText('boot disk')).toBeTruthy()
  await press('Add disk')
  await press('Boot from it')
  expect((dataOf('vm1')['mounts'] as { name: string }[]).map(({ name }) => name)).toEqual(['disk2', 'disk1'])
})

test('a card is only for who rents the node', async () => {
  const { unmount } = show('vm1')
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Navi 10 AMD' }).disabled).toBe(true)
  expect(screen.getByText('Only who rents the whole node can use it: rent it first')).toBeTruthy()
  unmount()
  show('vm1', { rentedBy: 9 })
  await userEvent.click(screen.getByRole('checkbox', { name: 'Navi 10 AMD' }))
  expect(dataOf('vm1')).toMatchObject({ gpu: [gpu.id] })
})

test('variables: typed, pasted as a .env, hidden where they are secrets, removed', async () => {
  show('vm1')
  await press('Add variable')
  expect(document.activeElement).toBe(box('Name of variable 2'))
  await userEvent.keyboard('TZ')
  await userEvent.type(box('Value of TZ'), 'Europe/Brussels')
  expect(dataOf('vm1')).toMatchObject({ env: { SSH_KEY: '', TZ: 'Europe/Brussels' } })
  await press('Paste .env')
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(dialog.getByRole('textbox', { name: 'Variables' }))
  await userEvent.paste('# mail\r\nexport MAIL="a b"\r\nDB_PASSWORD=hunter2\r\nnonsense\r\nTZ=UTC')
  expect(dialog.getByText('One line is left out.')).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Take 3 variables' }))
  expect(dataOf('vm1')['env']).toEqual({ SSH_KEY: '', TZ: 'UTC', MAIL: 'a b', DB_PASSWORD: 'hunter2' })
  expect(screen.getByLabelText<HTMLInputElement>('Value of DB_PASSWORD').type).toBe('password')
  await press('Remove MAIL')
  expect(dataOf('vm1')['env']).toEqual({ SSH_KEY: '', TZ: 'UTC', DB_PASSWORD: 'hunter2' })
})

test('logs of a machine are a workload of their own', async () => {
  show('vm1')
  await fill('logs1 sent to', 'wss://logs.example.com')
  await press('Send logs')
  expect(dataOf('logs1')).toEqual({ zmachine: 'vm1', output: 'wss://logs.example.com' })
  expect(dataOf('logs2')).toEqual({ zmachine: 'vm1', output: '' })
  await press('Remove logs1')
  expect(names()).not.toContain('logs1')
})
