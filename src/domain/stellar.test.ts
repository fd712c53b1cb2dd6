import { expect, test } from 'vitest'
import { depositUri, stellarProblem } from './stellar.ts'

// Of stellar-protocol ecosystem/sep-0023.md, and of the bridge's and TFT's own accounts on Stellar.
const sound = [
  'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ',
  'GBNOTAYUMXVO5QDYWYO2SOCOYIJ3XFIP65GKOQN7H65ZZSO6BK4SLWSC',
  'GA2CWNBUHX7NZ3B5GR4I23FMU7VY5RPA77IUJTIXTTTGKYSKDSV6LUA4',
  'GBOVQKJYHXRR3DX6NOX2RRYFRCUMSADGDESTDNBDS6CDVLGVESRTAC47',
]
const [address] = sound as [string]

test.each(sound)('%s is an address', (text) => {
  expect(stellarProblem(text)).toBeUndefined()
})

test.each([...address].map((_, i) => i).slice(1))('a wrong letter at %d is seen', (at) => {
  const wrong = address[at] === 'A' ? 'B' : 'A'
  expect(stellarProblem(address.slice(0, at) + wrong + address.slice(at + 1))).toMatch(/typing error/)
})

test.each([
  ['', 'Enter a Stellar address'],
  [address.toLowerCase(), /55 capital letters/],
  [address.slice(1), /55 capital letters/],
  [`${address} `, /55 capital letters/],
  [`S${address.slice(1)}`, /secret key/],
  ['MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ', /plain addresses/],
])('"%s" is answered', (text, words) => {
  expect(stellarProblem(text)).toMatch(words)
})

test('a deposit carries the asset and the memo by which the bridge knows the twin', () => {
  expect(depositUri({ address, issuer: sound[3] }, 42)).toBe(
    `web+stellar:pay?destination=${address}&asset_code=TFT&asset_issuer=${sound[3]}&memo=twin_42&memo_type=MEMO_TEXT`,
  )
})

test('without an issuer nothing is said that would mean another asset', () => {
  expect(depositUri({ address }, 42)).toBe(`TFT:${address}?message=twin_42&sender=me`)
})
