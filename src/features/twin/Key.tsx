import { bytesToHex } from '@noble/hashes/utils.js'

/** A key, or that there is none. */
export const Key = ({ of }: { of: Uint8Array | undefined }) =>
  of ? <span className="mono wrap-anywhere">{bytesToHex(of)}</span> : <>None: answers can be read on their way</>
