import tfchain152 from './tfchain-152.json' with { type: 'json' }

/** Type expressions: in order without names, or by name. */
export type Fields = string[] | Record<string, string>
export type Variants = Record<string, [index: number, fields: Fields]>

/** A type that expressions name. `params` only where client libraries look at them. */
export type NamedType = { path: string; params?: Record<string, string> } & (
  { fields: Fields } | { variants: Variants }
)

export type StorageLayout = {
  value: string
  key?: string
  hashers?: string[]
  /** Without it a missing entry reads as `fallback`. */
  optional?: boolean
  fallback?: string
}

export type PalletLayout = {
  name: string
  index: number
  prefix?: string
  storage?: Record<string, StorageLayout>
  calls?: Variants
  events?: Variants
  errors?: Record<string, number>
  constants?: Record<string, { type: string; value: string }>
}

/**
 * What a runtime looks like from outside, as data. Another pallet is served by adding its entry (and the types it names).
 * Type expressions: `u32`, `Bytes`, a name, `Vec<T>`, `Option<T>`, `Result<T,E>`, `Compact<T>`, `(A,B)`, `[T;n]`.
 */
export type Layout = {
  specVersion: number
  transactionVersion: number
  extrinsic: {
    path: string
    signedExtensions: { identifier: string; type: string; additionalSigned: string }[]
  }
  types: Record<string, NamedType>
  pallets: PalletLayout[]
}

export const tfchain = tfchain152 as unknown as Layout
