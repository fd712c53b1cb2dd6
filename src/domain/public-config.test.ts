import { expect, test } from 'vitest'
import { noPublicConfig, publicConfigProblems } from './public-config.ts'

const good = { ...noPublicConfig, ipv4: '185.1.2.9/24', gw4: '185.1.2.1' }

test.each([
  ['an IPv4 behind its gateway', good, []],
  ['all there is', { ...good, ipv6: '2a10:b600:1::2/64', gw6: '2a10:b600:1::1', domain: 'gent01.dev.grid.tf' }, []],
  ['nothing', noPublicConfig, ['ipv4']],
  ['no gateway', { ...good, gw4: '' }, ['gw4']],
  ['a gateway of another network', { ...good, gw4: '185.1.3.1' }, ['gw4']],
  ['half an IPv6', { ...good, gw6: '2a10:b600:1::1' }, ['ipv6']],
  ['an IPv6 without its gateway', { ...good, ipv6: '2a10:b600:1::2/64' }, ['gw6']],
  ['an address that the farm lends', { ...good, ipv4: '185.1.2.7/24' }, ['ipv4']],
  ['a domain with a scheme', { ...good, domain: 'https://gent01' }, ['domain']],
  ['a domain that is too long', { ...good, domain: 'a'.repeat(129) }, ['domain']],
  ['several things wrong', { ...good, ipv4: 'x', ipv6: 'x', domain: '_' }, ['ipv4', 'ipv6', 'domain']],
])('%s', (_, config, fields) => {
  expect(Object.keys(publicConfigProblems(config, ['185.1.2.7/32']))).toEqual(fields)
})
