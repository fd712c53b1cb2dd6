/** An answer of JSON-RPC's error kind. */
export class RpcError extends Error {
  readonly code: number
  readonly data: string | undefined

  constructor(code: number, message: string, data?: string) {
    super(message)
    this.code = code
    this.data = data
  }
}

// Codes and texts: substrate client/rpc-api/src/author/error.rs and sp-runtime transaction_validity.rs
export const invalid = (why: string): RpcError => new RpcError(1010, 'Invalid Transaction', why)
export const unknownValidity = (why: string): RpcError => new RpcError(1011, 'Unknown Transaction Validity', why)
export const outdated = (): RpcError => invalid('Transaction is outdated')
export const badSignature = (): RpcError => invalid('Transaction has a bad signature')
export const unpayable = (): RpcError => invalid('Inability to pay some fees , e.g. account balance too low')
export const undecodable = (why: string): RpcError =>
  new RpcError(1002, `Verification Error: Runtime error: Execution failed: cannot decode the extrinsic: ${why}`)
export const alreadyImported = (hash: string): RpcError =>
  new RpcError(1013, 'Transaction Already Imported', `[${hash}]`)
export const lowPriority = (): RpcError =>
  new RpcError(
    1014,
    'Priority is too low',
    'The transaction has too low priority to replace another transaction already in the pool.',
  )
export const unknownBlock = (hash: string): RpcError => new RpcError(4003, `Client error: UnknownBlock: ${hash}`)
export const stateDiscarded = (hash: string): RpcError =>
  new RpcError(4003, `Client error: UnknownBlock: State already discarded for ${hash}`)
export const badParams = (why: string): RpcError => new RpcError(-32602, `Invalid params: ${why}`)
