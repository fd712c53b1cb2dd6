import { openDB, type DBSchema } from 'idb'
import { eachTime } from '#protocols/database.ts'
import type { Sealed } from './guard.ts'
import type { KeyType } from './signer.ts'

/**
 * An account kept in this browser. Its secret is encrypted by a password of its owner (`locked`), or, for play money that
 * is not worth one, by a key that the browser uses but never shows (`guarded`): a copy of the profile gives nothing away,
 * though code of this page could ask for it. Then it belongs to one `place`, the chain that gave the money.
 */
export type Kept = { address: string; type: KeyType; name: string; madeAt: number } & (
  | { locked: { encoded: string; encoding: { content: string[]; type: string[]; version: string } } }
  | { guarded: Sealed; place: string }
)

interface Schema extends DBSchema {
  accounts: { key: string; value: Kept }
}

const store = 'accounts'

/** Opened for each use: what is rarely needed is not kept open, and another tab may upgrade it. */
async function open() {
  return openDB<Schema>('accounts', 2, {
    upgrade: (database) => {
      for (const old of Array.from(database.objectStoreNames)) database.deleteObjectStore(old)
      database.createObjectStore(store, { keyPath: 'address' })
    },
  })
}

const using = eachTime(open)

/** Oldest first. */
export const allKept = async (): Promise<Kept[]> =>
  (await using((database) => database.getAll(store))).sort((a, b) => a.madeAt - b.madeAt)

export const kept = (address: string): Promise<Kept | undefined> => using((database) => database.get(store, address))
export const keep = (account: Kept): Promise<unknown> => using((database) => database.put(store, account))
export const forget = (address: string): Promise<void> => using((database) => database.delete(store, address))
