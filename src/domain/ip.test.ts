import { expect, test } from 'vitest'
import { canonicalIp, ip, ipNet, isIpv4, isLoopback } from './ip.ts'

test.each([
  ['10.1.2.3', '10.1.2.3'],
  ['2A10:B600:0001:0:0:0:0:5', '2a10:b600:1::5'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['::', '::'],
  ['::1', '::1'],
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['::ffff:a00:1', '10.0.0.1'],
  ['::1.2.3.4', '::102:304'],
  ['10.01.2.3', undefined],
  ['10.1.2', undefined],
  ['1', undefined],
  ['0x7f.1.1.1', undefined],
  ['256.1.1.1', undefined],
  ['::ffff:10.00.0.1', undefined],
  ['::ffff:010.0.0.1', undefined],
  ['fe80::1%eth0', undefined],
  ['00001::', undefined],
  ['1::2::3', undefined],
  ['1:2:3:4:5:6:7', undefined],
  ['[::1]', undefined],
  [' 10.0.0.1', undefined],
  ['', undefined],
])('%s is read as %s', (written, canonical) => expect(canonicalIp(written)).toBe(canonical))

test.each([
  ['10.1.2.7/24', '10.1.2.7/24'],
  ['10.1.2.7/024', '10.1.2.7/24'],
  ['2A10::1/64', '2a10::1/64'],
  ['::ffff:10.0.0.1/120', '10.0.0.1/24'],
  ['::ffff:10.0.0.1/64', '10.0.0.1/0'],
])('network %s is printed as %s', (written, printed) => expect(ipNet(written)).toBe(printed))

test.each(['10.1.2.7', '10.1.2.7/33', '::1/129', '10.1.2.7/', '10.1.2.7/+1', '10.1.2.7/2/4', '10.01.2.7/24', 'x/24'])(
  'network %s is refused in Go’s words',
  (written) => expect(() => ipNet(written)).toThrow(`invalid CIDR address: ${written}`),
)

test('what is not set prints as Go’s nil', () => {
  for (const absent of ['', null, undefined]) {
    expect(ip(absent)).toBe('<nil>')
    expect(ipNet(absent)).toBe('<nil>')
  }
})

test('an address that cannot be read is refused in Go’s words', () => {
  expect(ip('10.0.0.1')).toBe('10.0.0.1')
  expect(() => ip('localhost')).toThrow('invalid IP address: localhost')
})

test('loopback is 127.x and ::1', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', '10.0.0.1', '::2'].filter(isLoopback)).toHaveLength(3)
  expect(isIpv4('10.0.0.1')).toBe(true)
  expect(isIpv4('::1')).toBe(false)
})
