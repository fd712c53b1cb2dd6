import type { Capacity } from '#domain/capacity.ts'
import type { Problem } from '#domain/problem.ts'
import { bytes, gib, mib, type Bytes } from '#domain/units.ts'
import { hex, integer, list, text, type Integer } from '#domain/go-text.ts'

/**
 * A file system spread over 0-dbs so that it survives the loss of some.
 *
 * Source: zosbase pkg/gridtypes/zos/qsfs.go
 */
export type Qsfs = {
  cache: Integer
  config: {
    minimal_shards: number
    expected_shards: number
    redundant_groups: number
    redundant_nodes: number
    /** MiB. */
    max_zdb_data_dir_size: number
    encryption: Encryption
    meta: { type: string; config: { prefix: string; encryption: Encryption; backends: ZdbBackend[] | null } }
    groups: { backends: ZdbBackend[] | null }[] | null
    compression: { algorithm: string }
  }
}

/** `key` is hex of 32 bytes. */
export type Encryption = { algorithm: string; key: string }

/** `address` is `[ip]:port`. */
export type ZdbBackend = { address: string; namespace: string; password: string }

export type QsfsResult = { path: string; metrics_endpoint: string }

export const challenge = ({ cache, config }: Qsfs): string =>
  integer(cache, 'uint64') +
  integer(config?.minimal_shards, 'uint32') +
  integer(config?.expected_shards, 'uint32') +
  integer(config?.redundant_groups, 'uint32') +
  integer(config?.redundant_nodes, 'uint32') +
  integer(config?.max_zdb_data_dir_size, 'uint32') +
  encryptionChallenge(config?.encryption) +
  text(config?.meta?.type) +
  text(config?.meta?.config?.prefix) +
  encryptionChallenge(config?.meta?.config?.encryption) +
  list(config?.meta?.config?.backends, backendChallenge) +
  list(config?.groups, (group) => list(group.backends, backendChallenge)) +
  text(config?.compression?.algorithm)

const encryptionChallenge = (encryption: Encryption | undefined) => text(encryption?.algorithm) + hex(encryption?.key)

const backendChallenge = (backend: ZdbBackend) =>
  text(backend.address) + text(backend.namespace) + text(backend.password)

export const problem = ({ config }: Qsfs): string | undefined =>
  shardsProblem(config?.minimal_shards ?? 0, config?.expected_shards ?? 0)?.said || undefined

/** Why data cannot be spread like this: any `minimal` of the `expected` pieces give it back. */
export function shardsProblem(minimal: number, expected: number): Problem {
  if (minimal > expected)
    return {
      said: "minimal shards can't be greater than expected shards",
      words: 'No more pieces can be needed than there are',
    }
  return minimal > 0 ? undefined : { said: '', words: 'At least one piece is needed to read a file' }
}

/** Why this cannot encrypt; nodes take any key and fail with it later. */
export const keyProblem = (key: string): Problem =>
  /^[0-9a-f]{64}$/i.test(key) ? undefined : { said: '', words: 'A key is 64 hexadecimal digits' }

/** Source: tfgrid-sdk-ts grid_client 2.9.2: nodes take any */
export const cacheProblem = (cache: Bytes): Problem =>
  cache >= mib(250) ? undefined : { said: '', words: 'Give it 250 MiB or more' }

/** The file system's own process counts too. */
export const capacity = ({ cache }: Qsfs): Capacity => ({
  cru: 1,
  mru: gib(1),
  sru: bytes(Number(cache ?? 0)),
  hru: bytes(0),
})
