import { bytesToHex } from '@noble/hashes/utils.js'
import { queryOptions } from '@tanstack/react-query'
import type { Twin } from '#domain/twin.ts'
import type { Call } from '#protocols/chain/call.ts'
import type { Chosen } from './chosen.ts'
import { client } from './client.ts'
import { session } from './connections.ts'
import type { Network } from './networks.ts'

/**
 * The public keys by which messages to an account are encrypted: `ours` is that of the key unlocked here, the twin's is
 * what the chain tells those who write to it. `same`: answers can be read here; `other`: they cannot; `none`: relays can too.
 */
export type Encryption = { ours: Uint8Array; twin: Twin; state: 'same' | 'other' | 'none' }

/** `null` while the account has no twin. @throws WireError 'locked' */
export const encryption = (network: Network, who: Chosen) =>
  queryOptions({
    queryKey: [network.id, 'encryption', who.address],
    queryFn: async (): Promise<Encryption | null> => {
      const open = await session(network, who)
      const [ours, twinId] = await Promise.all([open.encryptionKey(), open.twinIdOf(who.address)])
      const twin = twinId === undefined ? undefined : await open.twin(twinId)
      return twin ? { ours, twin, state: stateOf(ours, twin) } : null
    },
    // The same account has other keys by its file than by its phrase.
    staleTime: 0,
  })

function stateOf(ours: Uint8Array, { encryptionKey }: Twin): Encryption['state'] {
  if (!encryptionKey) return 'none'
  return bytesToHex(encryptionKey) === bytesToHex(ours) ? 'same' : 'other'
}

/** Are answers encrypted for a key that is not unlocked here? Not while the chain cannot be asked. */
export const keysDiffer = (network: Network, who: Chosen): Promise<boolean> =>
  client.fetchQuery(encryption(network, who)).then(
    (found) => found?.state === 'other',
    () => false,
  )

/** The call that gives a twin another key, or none, and leaves its relays as they are. */
export const keyCalls = ({ relay }: Twin, encryptionKey: Uint8Array | undefined): Call[] => [
  { call: 'update-twin', relay: relay || undefined, encryptionKey },
]
