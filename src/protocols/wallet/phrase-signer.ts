import { signerOf } from './secret.ts'
import type { KeyType, Signer } from './signer.ts'

/** Signs with the account of a phrase or seed, without a derivation path behind it or with one. */
export const phraseSigner = async (text: string, type: KeyType = 'sr25519'): Promise<Signer> => signerOf({ type, text })
