// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import 'fake-indexeddb/auto'
import type { Check } from '#domain/plan/check.ts'
import { workloadAt } from '#domain/plan/plan.ts'
import { gib, mib } from '#domain/units.ts'
import { box, dataOf, fill, held, names, press, show, spotOf, start } from './some-form.tsx'

afterEach(cleanup)

test('what is typed goes into the plan as it is typed', async () => {
  show('vm1')
  await fill('vCPU', '3')
  await fill('Memory', '0.5')
  await fill('Root filesystem', '10')
  expect(dataOf('vm1')).toMatchObject({ compute_capacity: { cpu: 3, memory: mib(512) }, size: gib(10) })
  expect(screen.getByText('18 free, 3 for you')).toBeTruthy()
})

test('an emptied field counts as nothing, says so once it is left, and the other fields stay', async () => {
  show('vm1')
  await fill('Memory', '')
  expect(dataOf('vm1')).toMatchObject({ compute_capacity: { cpu: 1, memory: 0 } })
  expect(box('Memory').value).toBe('')
  await userEvent.tab()
  expect(screen.getByRole('textbox', { name: 'Memory', description: 'Enter a number' })).toBeTruthy()
})

test('a form follows its plan when it changes elsewhere', async () => {
  show('vm1')
  await fill('vCPU', '3')
  await userEvent.tab()
  held.change(start)
  expect(await screen.findByDisplayValue('1')).toBe(box('vCPU'))
})

test('what somebody types stays when the plan answers with something else, until they leave the field', async () => {
  show('vm1')
  await fill('Private IPv4', '')
  held.change(start)
  await userEvent.type(box('Private IPv4'), '10.20.2.9')
  expect(dataOf('vm1')).toMatchObject({ network: { interfaces: [{ network: 'net1', ip: '10.20.2.9' }] } })
  await fill('Private IPv4', '')
  held.change(start)
  await userEvent.tab()
  expect(box('Private IPv4').value).toBe('10.20.2.2')
})

test('a workload is renamed with what names it, and keeps its name while another one is no name', async () => {
  show('vm1')
  await fill('Name', 'web1')
  expect(names()).toContain('web1')
  expect(dataOf('logs1')).toMatchObject({ zmachine: 'web1' })
  await fill('Name', 'vol1')
  await userEvent.tab()
  expect(
    screen.getByRole('textbox', { name: 'Name', description: 'Another part is named “vol1” already' }),
  ).toBeTruthy()
  expect(names()).toContain('vol')
})

test('a check stands at the field of its member, with its way out, but not while one types', async () => {
  const at = spotOf('vm1')
  const mended = { ...start, name: 'mended' }
  const checks: Check[] = [
    {
      id: '1',
      state: 'fail',
      words: 'vm1, private IPv4: .1 is reserved',
      at,
      field: 'network.interfaces.0.ip',
      fix: { words: 'Use .2', plan: mended },
    },
    { id: '2', state: 'warn', words: 'vm1, image: it is none of the known ones', at, field: 'flist' },
  ]
  show('vm1', { checks })
  expect(
    screen.getByRole('textbox', { name: 'Private IPv4', description: '.1 is reserved' }).ariaInvalid ?? 'true',
  ).toBe('true')
  expect(screen.getByRole('combobox', { name: 'Image', description: 'It is none of the known ones' })).toBeTruthy()
  await userEvent.type(box('Private IPv4'), '1')
  expect(screen.queryByText('.1 is reserved')).toBeNull()
  await userEvent.tab()
  await press('Use .2')
  expect(held.plan.name).toBe('mended')
})

test.each([
  ['network.interfaces.0.ip', 'Private IPv4'],
  ['name', 'Name'],
  ['env.SSH_KEY', 'SSH keys'],
  ['entrypoint', /^Entrypoint/],
])('the field of %s gets the focus when it is asked for', (focusField, name) => {
  show('vm1', { focusField })
  expect(document.activeElement).toBe(box(name))
})

test('what stands under More goes along', async () => {
  show('vol1')
  await userEvent.click(screen.getByText('More'))
  await fill(/^Description/, 'backups')
  await fill(/^Metadata/, 'of mine')
  expect(workloadAt(held.plan, spotOf('vol1'))).toMatchObject({ description: 'backups', metadata: 'of mine' })
})
