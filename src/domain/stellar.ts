/**
 * Stellar's text for a public key: a version byte, 32 bytes of key and a CRC16-XMODEM, little endian, in base32.
 *
 * Source: stellar-protocol ecosystem/sep-0023.md
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** Makes the text begin with G. */
const publicKeyVersion = 6 << 3

/** Why TFT cannot be sent to `address` on Stellar; `undefined` when it can. Whether the account exists there, Stellar knows. */
export function stellarProblem(address: string): string | undefined {
  if (address === '') return 'Enter a Stellar address'
  if (/^S[A-Z2-7]{55}$/.test(address)) return 'This is a secret key: never show it to anybody. Addresses begin with G'
  if (/^M[A-Z2-7]{68}$/.test(address)) return 'The chain takes plain addresses only, which begin with G'
  if (!/^G[A-Z2-7]{55}$/.test(address)) return 'A Stellar address is G and 55 capital letters and digits'
  const bytes = fromBase32(address)
  const [low, high] = bytes.slice(-2)
  const sound = bytes[0] === publicKeyVersion && crc16(bytes.slice(0, -2)) === low! + high! * 256
  return sound ? undefined : 'This address has a typing error: its checksum does not fit'
}

/** 56 letters of five bits are 35 bytes, with none left over. */
function fromBase32(text: string): number[] {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const letter of text) {
    held = (held << 5) | alphabet.indexOf(letter)
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
    held &= (1 << bits) - 1
  }
  return bytes
}

function crc16(bytes: number[]): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff
  }
  return crc
}

/** Where a network's bridge takes TFT on Stellar, and who issued them there. */
export type Bridge = { address: string; issuer?: string | undefined }

/** By this memo the bridge knows whose TFT have come. Source: tfchain bridge/tfchain_bridge README */
export const depositMemo = (twinId: number) => `twin_${twinId}`

/**
 * What a wallet on a phone reads from a QR code, with the memo in it. Source: stellar-protocol ecosystem/sep-0007.md;
 * where the issuer is not known, which that needs, ThreeFold Connect's own way (grid_weblets playground).
 */
export function depositUri({ address, issuer }: Bridge, twinId: number): string {
  const memo = depositMemo(twinId)
  if (issuer === undefined) return `TFT:${address}?message=${memo}&sender=me`
  const asked = { destination: address, asset_code: 'TFT', asset_issuer: issuer, memo, memo_type: 'MEMO_TEXT' }
  return `web+stellar:pay?${new URLSearchParams(asked)}`
}
