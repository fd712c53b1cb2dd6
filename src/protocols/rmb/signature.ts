import { concatBytes } from '@noble/hashes/utils.js'
import { ed25519Verify, sr25519Verify } from '@polkadot/util-crypto'
import type { Signer } from '#protocols/wallet/signer.ts'

/** The byte before a signature says its scheme. Source: rmb-rs src/identity/mod.rs 15f2092 */
const prefixes = { sr25519: 0x73, ed25519: 0x65 }

/** 65 bytes: the scheme's letter, `s` or `e`, and the 64 of the signature over exactly `message`. */
export async function sign(message: Uint8Array, signer: Signer): Promise<Uint8Array> {
  return concatBytes(Uint8Array.of(prefixes[signer.type]), await signer.sign(message))
}

/** What the built app does, tests and bench do too: it has no WebAssembly, see `no-wasm.ts`. */
const ed25519InJs = (...signed: [message: Uint8Array, signature: Uint8Array, account: Uint8Array]) =>
  ed25519Verify(...signed, true)

/**
 * Did `account` sign exactly `message`? The library's `signatureVerify` would also take a message wrapped in `<Bytes>`,
 * which relays and nodes refuse.
 */
export function verify(message: Uint8Array, signature: Uint8Array, account: Uint8Array): boolean {
  if (signature.length !== 65) return false
  const check = { [prefixes.sr25519]: sr25519Verify, [prefixes.ed25519]: ed25519InJs }[signature[0]!]
  try {
    return check?.(message, signature.subarray(1), account) ?? false
  } catch {
    return false // not a point of the curve
  }
}
