import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { hexToBytes } from '@noble/hashes/utils.js'
import { sshKeyPair } from './ssh-key-pair.ts'
import { sshKeyProblem } from './ssh.ts'

// RFC 8032 section 7.1, test 1.
const secret = hexToBytes('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60')
const check = Uint8Array.of(1, 2, 3, 4)
const pair = sshKeyPair(secret, check, 'me@laptop')

test('the public line is one that machines take, and holds the key that the RFC gives for this secret', () => {
  expect(sshKeyProblem(pair.publicLine)).toBeUndefined()
  const blob = Buffer.from(pair.publicLine.split(' ')[1]!, 'base64')
  expect(blob.subarray(-32).toString('hex')).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a')
})

test('the private file is what OpenSSH reads: its blocks are whole, and it signs for the public key', () => {
  const body = pair.privateFile.split('\n').slice(1, -2)
  expect(body.every((line) => line.length <= 70)).toBe(true)
  const blob = Buffer.from(body.join(''), 'base64')
  expect(blob.subarray(0, 15).toString()).toBe('openssh-key-v1\0')
  const seed = blob.indexOf(Buffer.from(secret))
  expect(blob.subarray(seed + 32, seed + 64).toString('hex')).toMatch(/^d75a98/)
  const head = 15 + 8 + 8 + 4 + 4 + 4 + 51
  expect(blob.readUInt32BE(head) % 8).toBe(0)
  expect(blob.length).toBe(head + 4 + blob.readUInt32BE(head))
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), blob.subarray(seed, seed + 32)]),
    format: 'der',
    type: 'pkcs8',
  })
  expect(verify(null, Buffer.from('x'), createPublicKey(key), sign(null, Buffer.from('x'), key))).toBe(true)
})

test('a key without a comment has none', () => {
  expect(sshKeyPair(secret, check, '').publicLine.split(' ')).toHaveLength(2)
})
