import { expect, test } from 'vitest'
import { machineAddresses } from '#domain/addresses.ts'

const lines = (made: unknown) => machineAddresses(made).map(({ name, line }) => [name, line])

test('a machine with Mycelium is reached by SSH over it', () => {
  const made = { ip: '10.20.2.2', planetary_ip: '', mycelium_ip: '49a:bfc3::1', console_url: '10.20.2.1:20002' }
  expect(lines(made)).toEqual([
    ['SSH', 'ssh root@49a:bfc3::1'],
    ['Mycelium', '49a:bfc3::1'],
    ['Private', '10.20.2.2'],
    ['Console', '10.20.2.1:20002'],
  ])
})

test('an old node tells its planetary address by another name', () => {
  expect(lines({ ygg_ip: '300::7' })[0]).toEqual(['SSH', 'ssh root@300::7'])
})

test.each([[null], [undefined], [{}], [{ ip: '' }]])('a machine that has nothing yet has no address: %j', (made) => {
  expect(machineAddresses(made)).toEqual([])
})
