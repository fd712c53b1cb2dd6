import { hex, list, text } from '#domain/go-text.ts'

/** A network's own mycelium, of which its machines get addresses. */
export type Mycelium = {
  /** 32 bytes. */
  hex_key: string
  /** Must be empty: nodes refuse a list of one's own. */
  peers?: string[] | null
}

// Source: zosbase pkg/gridtypes/zos/network.go (Mycelium)
export const challenge = (mycelium: Mycelium): string => hex(mycelium.hex_key) + list(mycelium.peers, text)

export function problem(mycelium: Mycelium | null | undefined): string | undefined {
  if (hex(mycelium?.hex_key).length !== 64) return 'invalid mycelium key length, expected 32'
  if (mycelium?.peers?.length) return 'user defined peers list is not supported right now'
  return undefined
}
