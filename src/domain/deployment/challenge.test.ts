import { readFileSync } from 'node:fs'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { signatureVerify } from '@polkadot/util-crypto'
import { expect, test } from 'vitest'
import { challenge, hash } from './challenge.ts'
import type { Deployment } from './deployment.ts'
import { messageToSign } from './signing.ts'

type Keys = { public_key_hex: string }
type Vector = {
  name: string
  deployment: Deployment
  challenge: string
  hash: string
  signing?: {
    message_hex: string
    ed25519: Keys & { signature_hex: string }
    sr25519: Keys & { example_signature_hex: string }
  }
}

// Made by the real grid_client 2.9.2 and, where that differs from a node, by a restatement of zosbase 063d8956.
const vectors = JSON.parse(readFileSync(new URL('./deployments.vectors.json', import.meta.url), 'utf8')) as Vector[]

test('all 46 vectors are here', () => expect(vectors).toHaveLength(46))

test.each(vectors)('hashes as a node does: $name', (vector) => {
  expect(challenge(vector.deployment)).toBe(vector.challenge)
  expect(hash(vector.deployment)).toBe(vector.hash)
})

test.each(vectors.flatMap(({ deployment, signing }) => (signing ? [{ deployment, signing }] : [])))(
  'signs the message whose signature a node takes, in the style "$signing.style"',
  ({ deployment, signing }) => {
    const message = messageToSign(deployment)
    expect(bytesToHex(message)).toBe(signing.message_hex)
    const { ed25519: edwards, sr25519: schnorr } = signing
    expect(ed25519.verify(hexToBytes(edwards.signature_hex), message, hexToBytes(edwards.public_key_hex))).toBe(true)
    expect(signatureVerify(message, `0x${schnorr.example_signature_hex}`, `0x${schnorr.public_key_hex}`).isValid).toBe(
      true,
    )
  },
)

const empty = vectors[0]!.deployment
const disk = (size: number | bigint): Deployment => ({
  ...empty,
  workloads: [{ version: 0, name: 'd', type: 'zmount', data: { size }, metadata: '', description: '' }],
})

test('sizes past 2^53 are exact', () => {
  expect(challenge(disk(2n ** 64n - 1n))).toBe('0700dzmount184467440737095516157false11')
  expect(challenge(disk(2 ** 60))).toBe('0700dzmount11529215046068469767false11')
})

test('halves of a character in neighbouring texts do not join', () => {
  expect(challenge({ ...empty, metadata: '\ud83d', description: '\ude00' })).toBe('07\ufffd\ufffd07false11')
})

test('what has no number, or too big a one, is refused in Go’s words', () => {
  expect(() => challenge(disk(2n ** 64n))).toThrow(
    'json: cannot unmarshal number 18446744073709551616 into Go value of type uint64',
  )
  expect(() => challenge(disk(1.5))).toThrow('json: cannot unmarshal number 1.5 into Go value of type uint64')
  expect(() => challenge({ ...empty, expiration: 'soon' })).toThrow('json: cannot unmarshal number NaN')
})
