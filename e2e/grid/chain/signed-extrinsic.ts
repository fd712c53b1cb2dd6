import { Option, Struct, Vec, type GenericCall, type GenericExtrinsic } from '@polkadot/types'
import type { MultiSignature } from '@polkadot/types/interfaces'
import type { Codec } from '@polkadot/types/types'
import { hexToU8a, u8aToHex } from '@polkadot/util'
import { blake2AsU8a, ed25519Verify, sr25519Verify } from '@polkadot/util-crypto'
import { callName, type Codecs } from './codecs.ts'
import { tfchain } from './metadata/layout.ts'
import { bounds } from './pallets/all.ts'
import { badSignature, invalid, undecodable, unknownValidity } from './rpc/rpc-error.ts'

/** A call that an account signed, read and verified. */
export type SignedExtrinsic = {
  hex: string
  hash: string
  signer: Uint8Array
  nonce: number
  tip: bigint
  /** In bytes: what the fee goes by. */
  length: number
  call: GenericCall
  /** The first block in which its era is over. */
  diesAt: number
}

/**
 * Reads an extrinsic and checks that the account it names signed it for this chain.
 * `blockHash` finds a block's hash by number; `next` is the number of the block it could be in.
 * @throws RpcError as a node's transaction pool does
 */
export function readSigned(
  codecs: Codecs,
  hex: string,
  next: number,
  blockHash: (number: number) => string | undefined,
): SignedExtrinsic {
  const extrinsic = decode(codecs, hex)
  if (!extrinsic.isSigned) throw unknownValidity('Could not find an unsigned validator for the unsigned transaction')
  if (!extrinsic.signer.toHex().startsWith('0x00'))
    throw unknownValidity('Could not lookup information required to validate the transaction')
  const signer = hexToU8a(extrinsic.signer.toHex()).subarray(1)

  const era = extrinsic.era
  const birth = era.isMortalEra ? era.asMortalEra.birth(next) : 0
  const birthHash = blockHash(birth)
  if (birthHash === undefined) throw invalid('Transaction has an ancient birth block')
  const message = codecs
    .make('ExtrinsicPayload', {
      method: extrinsic.method.toHex(),
      era,
      nonce: extrinsic.nonce,
      tip: extrinsic.tip,
      specVersion: tfchain.specVersion,
      transactionVersion: tfchain.transactionVersion,
      genesisHash: blockHash(0),
      blockHash: birthHash,
    })
    .toU8a(true)
  if (!verify(message, extrinsic, signer)) throw badSignature()

  return {
    hex,
    hash: u8aToHex(blake2AsU8a(hexToU8a(hex))),
    signer,
    nonce: extrinsic.nonce.toNumber(),
    tip: extrinsic.tip.toBigInt(),
    length: (hex.length - 2) / 2,
    call: extrinsic.method as GenericCall,
    diesAt: era.isMortalEra ? era.asMortalEra.death(next) : Infinity,
  }
}

function decode(codecs: Codecs, hex: string): GenericExtrinsic {
  try {
    const extrinsic = codecs.make<GenericExtrinsic>('Extrinsic', hex)
    if (extrinsic.toHex() !== hex) throw new Error('it does not encode to the same bytes')
    checkBounds(extrinsic.method as GenericCall)
    return extrinsic
  } catch (error) {
    throw undecodable(error instanceof Error ? error.message : String(error))
  }
}

/** The runtime's BoundedVec refuses longer values while it decodes, and the metadata does not say how long. */
function checkBounds(call: GenericCall): void {
  for (const [path, longest] of Object.entries(bounds.get(callName(call)) ?? {})) {
    const [argument, ...fields] = path.split('.')
    const value = call.args[call.meta.fields.findIndex(({ name }) => name.unwrapOr('').toString() === argument)]!
    if (lengthsAt(value, fields).some((length) => length > longest))
      throw new Error(`${path} is longer than ${longest} bytes`)
  }
  if (call.section === 'utility') for (const inner of call.args[0] as Vec<GenericCall>) checkBounds(inner)
}

/** How many bytes the fields have at the end of a path, which leads through options and lists. */
function lengthsAt(value: Codec, path: string[]): number[] {
  if (value instanceof Option) return value.isSome ? lengthsAt(value.unwrap(), path) : []
  if (value instanceof Vec) return value.flatMap((each) => lengthsAt(each, path))
  const [field, ...rest] = path
  if (field === undefined) return [value.toU8a(true).length]
  return value instanceof Struct ? lengthsAt(value.get(field)!, rest) : []
}

/** Raw verification only: of a message over 256 bytes its hash is signed, and nothing is wrapped. */
function verify(payload: Uint8Array, extrinsic: GenericExtrinsic, signer: Uint8Array): boolean {
  const message = payload.length > 256 ? blake2AsU8a(payload) : payload
  const { multiSignature: signature } = extrinsic.inner.signature as unknown as { multiSignature: MultiSignature }
  try {
    if (signature.isSr25519) return sr25519Verify(message, signature.asSr25519.toU8a(), signer)
    if (signature.isEd25519) return ed25519Verify(message, signature.asEd25519.toU8a(), signer)
  } catch {
    // A key or signature that is no point of the curve.
  }
  return false
}
