import { expect, test } from 'vitest'
import { publicIp4Problem, publicIp6Problem } from './public-address.ts'

// The pairs of tfchain pallet-tfgrid tests.rs, and others of their kind.
test.each([
  ['185.206.122.33/24', '185.206.122.1', true],
  ['185.206.122.125/16', '185.206.122.1', true],
  ['172.10.100.254/24', '172.10.100.1', true],
  ['28.0.1.10/24', '28.0.1.1', true],
  ['185.206.122.33/32', '185.206.122.1', false],
  ['185.206.122.33', '185.206.122.1', false],
  ['185.206.122.33/24', '185.206.132.1', false],
  ['185.206.122.33/24', '185.206.122.33', false],
  ['185.206.122.33/33', '185.206.122.1', false],
  ['185.206.122.33/00', '185.206.122.1', false],
  ['185.206.122.33/', '185.206.122.1', false],
  ['185.206.122.33/24/24', '185.206.122.1', false],
  ['185.206.122.033/24', '185.206.122.1', false],
  ['185.206.122.256/24', '185.206.122.1', false],
  ['185.206.122/24', '185.206.122.1', false],
  ['185.206.122.33/24', '185.206.122.1/24', false],
  ['10.0.0.2/24', '10.0.0.1', false],
  ['172.20.0.2/24', '172.20.0.1', false],
  ['192.168.1.2/24', '192.168.1.1', false],
  ['100.64.0.2/24', '100.64.0.1', false],
  ['203.0.113.2/24', '203.0.113.1', false],
  ['127.0.0.2/24', '127.0.0.1', false],
  ['224.0.1.2/24', '224.0.1.1', false],
  ['', '', false],
])('%s behind %s can be given out: %s', (ip, gateway, good) => {
  expect(publicIp4Problem(ip, gateway) === undefined).toBe(good)
})

test.each([
  ['2a10:b600:1::0cc4:7a30:65b5/64', '2a10:b600:1::1', true],
  ['3ffe:0:1::2/64', '3ffe:0:1::1', true],
  ['2A10:B600:1::2/48', '2a10:b600:1:5::1', true],
  ['2a10::0cc4:7a30:65b5/64', '2a10:b600:1::1', false],
  ['2a10:b600:1::1/64', '2a10:b600:1::1', false],
  ['2a10:b600:1::2', '2a10:b600:1::1', false],
  ['2a10:b600:1::2/129', '2a10:b600:1::1', false],
  ['2a10:b600:1::2/64', '2a10:b600:1::1%eth0', false],
  ['fd00::2/64', 'fd00::1', false],
  ['fe80::2/64', 'fe80::1', false],
  ['100::2/64', '100::1', false],
  ['ff02::2/64', 'ff02::1', false],
  ['185.206.122.33/24', '185.206.122.1', false],
])('%s behind %s can be given out: %s', (ip, gateway, good) => {
  expect(publicIp6Problem(ip, gateway) === undefined).toBe(good)
})

test.each([
  ['185.206.122.33', '185.206.122.1', 'ip', /with its mask/],
  ['10.0.0.2/24', '10.0.0.1', 'ip', /no public address/],
  ['185.206.122.33/24', '10.0.0.1', 'gateway', /no public address/],
  ['185.206.122.33/24', '185.206.122.1/24', 'gateway', /without a mask/],
  ['185.206.122.33/24', '185.206.122.33', 'gateway', /the address itself/],
  ['185.206.122.33/24', '185.206.123.1', 'gateway', /not in the network of 185.206.122.33\/24/],
] as const)('what is wrong with %s behind %s is said where it is', (ip, gateway, at, words) => {
  expect(publicIp4Problem(ip, gateway)).toMatchObject({ at, words: expect.stringMatching(words) })
})
