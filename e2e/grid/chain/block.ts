import type { GenericExtrinsic } from '@polkadot/types'
import { hexToU8a, u8aConcat, u8aToHex } from '@polkadot/util'
import { blake2AsU8a } from '@polkadot/util-crypto'
import type { Codecs } from './codecs.ts'

/** A header as JSON-RPC shows it. */
export type Header = {
  parentHash: string
  number: string
  stateRoot: string
  extrinsicsRoot: string
  digest: { logs: string[] }
}

export type Block = {
  number: number
  hash: string
  header: Header
  /** Extrinsics in hex, the inherent with the time first. */
  body: string[]
}

/**
 * Puts a block together. Its hash is that of the SCALE header, as clients compute it; its roots only tell blocks apart,
 * since nobody here keeps a trie: `seed` stands for the state.
 */
export function makeBlock(codecs: Codecs, number: number, parentHash: string, body: string[], seed: Uint8Array): Block {
  const header: Header = {
    parentHash,
    number: `0x${number.toString(16)}`,
    stateRoot: u8aToHex(blake2AsU8a(seed)),
    extrinsicsRoot: u8aToHex(blake2AsU8a(u8aConcat(...body.map((extrinsic) => hexToU8a(extrinsic))))),
    digest: { logs: [] },
  }
  return { number, hash: codecs.make('Header', header).hash.toHex(), header, body }
}

/** The inherent that gives a block its time, in milliseconds: Timestamp.set. */
export const timestampExtrinsic = (codecs: Codecs, now: number): string =>
  codecs.make<GenericExtrinsic>('Extrinsic', { method: { callIndex: Uint8Array.of(1, 0), args: { now } } }).toHex()
