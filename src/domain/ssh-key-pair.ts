import { ed25519 } from '@noble/curves/ed25519.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** A public line for machines, and the private file for one's own computer. */
export type SshKeyPair = { publicLine: string; privateFile: string }

const type = utf8ToBytes('ssh-ed25519')
const none = utf8ToBytes('none')

/**
 * An Ed25519 pair as OpenSSH writes it, without a passphrase.
 *
 * Source: openssh-portable PROTOCOL.key; RFC 4253 section 6.6
 *
 * @param secret 32 random bytes
 * @param check 4 random bytes, by which OpenSSH would see a wrong passphrase
 */
export function sshKeyPair(secret: Uint8Array, check: Uint8Array, comment: string): SshKeyPair {
  const key = ed25519.getPublicKey(secret)
  const publicBlob = concatBytes(field(type), field(key))
  const inside = concatBytes(
    check,
    check,
    field(type),
    field(key),
    field(concatBytes(secret, key)),
    field(utf8ToBytes(comment)),
  )
  // Filled up to whole blocks of 8 with 1, 2, 3 …
  const padding = Uint8Array.from({ length: (8 - (inside.length % 8)) % 8 }, (_, i) => i + 1)
  const blob = concatBytes(
    utf8ToBytes('openssh-key-v1\0'),
    field(none),
    field(none),
    field(new Uint8Array()),
    number(1),
    field(publicBlob),
    field(concatBytes(inside, padding)),
  )
  const lines = base64(blob).match(/.{1,70}/g)!
  return {
    publicLine: `ssh-ed25519 ${base64(publicBlob)} ${comment}`.trimEnd(),
    privateFile: `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines.join('\n')}\n-----END OPENSSH PRIVATE KEY-----\n`,
  }
}

const number = (n: number) => Uint8Array.of(n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255)
const field = (bytes: Uint8Array) => concatBytes(number(bytes.length), bytes)
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))
