import { bytesToHex } from '@noble/hashes/utils.js'
import type { ChainTwin } from '#grid/chain/nouns.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import type { Signer } from '#protocols/wallet/signer.ts'

/** Twins 1 to 1,000 connect over sockets. */
export const connected = 1_000
export const domain = '127.0.0.1'

/** Both processes know everybody's keys. */
export const signerOf = (twin: number): Promise<Signer> =>
  phraseSigner(`0x${bytesToHex(Uint8Array.from({ length: 32 }, (_, i) => twin >> (8 * (i % 2))))}`)

export async function chainTwin(id: number): Promise<ChainTwin> {
  const { publicKey, encryptionKey } = await signerOf(id)
  return { id, account: publicKey, relay: domain, pk: encryptionKey }
}
