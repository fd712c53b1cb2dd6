import { expect, test } from 'vitest'
import { nodeEndpoint } from './node-endpoint.ts'

test.each([
  [{ ipv4: '29.0.1.2/24', ipv6: '2a10::2/64' }, ['10.1.0.2'], '29.0.1.2'],
  [{ ipv4: '10.0.0.2/24', ipv6: '2a10::2/64' }, ['29.0.1.9'], '2a10::2'],
  [{ ipv4: '', ipv6: '' }, ['192.168.1.3', 'fe80::1', '29.0.1.9'], '29.0.1.9'],
  [undefined, ['302:1::5', '5fe:1::5', '2a10::7'], '2a10::7'],
  [undefined, ['10.1.0.2', 'fd00::1', 'what'], null],
])('a node with %o and the addresses %o is called at its public one: %s', (config, bridge, address) => {
  expect(nodeEndpoint(config, bridge)).toBe(address)
})
