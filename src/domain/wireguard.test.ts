import { hexToBytes } from '@noble/hashes/utils.js'
import { expect, test } from 'vitest'
import { wireGuardAddress, wireGuardKeys } from './wireguard.ts'

test('a key pair is X25519 in base64', () => {
  // Source: RFC 7748 section 6.1, Alice
  const secret = hexToBytes('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a')
  expect(wireGuardKeys(secret)).toEqual({
    privateKey: 'dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo=',
    publicKey: 'hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=',
  })
})

test('an address in a network’s WireGuard comes from its subnet', () => {
  expect(wireGuardAddress('10.3.1.0/24')).toBe('100.64.3.1')
})
