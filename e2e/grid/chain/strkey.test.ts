import { expect, test } from 'vitest'
import { isStellarAddress, stellarAddress } from './strkey.ts'

// stellar-protocol ecosystem/sep-0023.md, valid test cases
const key = '3f0c34bf93ad0d9971d04ccc90f705511c838aad9734a4a2fb0d7a03fc7fe89a'
const address = 'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ'

test('a key is written as Stellar writes it', () => {
  expect(stellarAddress(Buffer.from(key, 'hex'))).toBe(address)
  expect(isStellarAddress(address)).toBe(true)
})

test.each([
  ['a changed letter', address.replace('SOWQ', 'SOWR')],
  ['a letter too few', address.slice(1)],
  ['a letter too many', `${address}A`],
  ['small letters', address.toLowerCase()],
  // sep-0023: a muxed account, a wrong version and a digit that base32 lacks
  ['a muxed account', 'MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ'],
  ['another version', 'G47QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVP2I'],
  ['a digit of no meaning', address.replace('7', '0')],
  ['nothing', ''],
])('%s is no public key', (_, text) => {
  expect(isStellarAddress(text)).toBe(false)
})
