import { expect, test } from 'vitest'
import { freePort, freeSubnet, networkName } from './choice.ts'
import { images } from './images.ts'

test('choices: a name by chance, a port nobody listens on, the first free subnet', () => {
  const values = [0, 0.999, 0.5, 0.1, 0.2]
  expect(networkName(() => values.shift()!)).toBe('nwazncf')
  expect(freePort([], () => 0)).toBe(1024)
  expect(freePort([1024, 32767], () => 0)).toBe(1025)
  expect(freePort([1024, 32767], () => 0.99999999)).toBe(32766)
  expect(
    freePort(
      Array.from({ length: 65536 }, (_, i) => i),
      () => 0,
    ),
  ).toBeUndefined()
  expect(freeSubnet('10.20.0.0/16', [])).toBe('10.20.2.0/24')
  expect(freeSubnet('10.20.0.0/16', ['10.20.2.0/24', '10.20.3.0/24'])).toBe('10.20.4.0/24')
  const all = Array.from({ length: 256 }, (_, i) => `10.20.${i}.0/24`)
  expect(freeSubnet('10.20.0.0/16', all)).toBeUndefined()
})

test('images have names and addresses of their own', () => {
  expect(new Set(images.map(({ name }) => name)).size).toBe(images.length)
  expect(new Set(images.map(({ flist }) => flist)).size).toBe(images.length)
})
