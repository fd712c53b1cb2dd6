import { x25519 } from '@noble/curves/ed25519.js'

/** Base64, as WireGuard writes them. */
export type WireGuardKeys = { privateKey: string; publicKey: string }

/** The key pair of 32 random bytes. */
export const wireGuardKeys = (secret: Uint8Array): WireGuardKeys => ({
  privateKey: base64(secret),
  publicKey: base64(x25519.getPublicKey(secret)),
})

export const isWireGuardKey = (text: string): boolean => /^[A-Za-z0-9+/]{43}=$/.test(text)

/** Of a private key in base64. @throws Error when it is none */
export function publicKeyOf(privateKey: string): string {
  const known = publicKeys.get(privateKey)
  if (known) return known
  const secret = Uint8Array.from(atob(privateKey), (character) => character.charCodeAt(0))
  const publicKey = base64(x25519.getPublicKey(secret))
  publicKeys.set(privateKey, publicKey)
  return publicKey
}

// A key takes a millisecond, and a plan's networks are looked through with every letter that is typed.
const publicKeys = new Map<string, string>()

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))

/**
 * A node's or a person's own address inside a network's WireGuard: `10.20.2.0/24 → 100.64.20.2`.
 *
 * Source: zosbase pkg/network/nr/net_resource.go wgIP
 */
export function wireGuardAddress(subnet: string): string {
  const [, b, c] = subnet.split('.')
  return `100.64.${b}.${c}`
}
