import { bytesToHex } from '@noble/hashes/utils.js'
import { encodeAddress } from '@polkadot/util-crypto'
import type { ChainTwin } from '#grid/chain/nouns.ts'
import type { Twin } from '#domain/twin.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import type { Signer } from '#protocols/wallet/signer.ts'

/** Twins 1 to 1,000 connect over sockets; the one after them is in the relay's process and answers what it is asked. */
export const connected = 1_000
export const echo = connected + 1
export const domain = '127.0.0.1'

/** Both processes know everybody's keys. The echo signs as nodes do. */
export const signerOf = (twin: number): Promise<Signer> =>
  phraseSigner(
    `0x${bytesToHex(Uint8Array.from({ length: 32 }, (_, i) => twin >> (8 * (i % 2))))}`,
    twin === echo ? 'ed25519' : 'sr25519',
  )

export async function chainTwin(id: number): Promise<ChainTwin> {
  const { publicKey, encryptionKey } = await signerOf(id)
  return { id, account: publicKey, relay: domain, pk: encryptionKey }
}

/** The same as a client reads it from the chain. */
export async function lookUp(id: number): Promise<Twin> {
  const { account, pk } = await chainTwin(id)
  return { id, address: encodeAddress(account, 42), relay: domain, encryptionKey: pk! }
}
