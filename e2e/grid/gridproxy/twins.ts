import { bytesToHex } from '@noble/hashes/utils.js'
import { decodeAddress, encodeAddress } from '@polkadot/util-crypto'
import type { ChainTwin } from '../chain/nouns.ts'
import { equal, exactly, type Filter } from './filter.ts'
import type { Listing } from './listing.ts'
import type { TwinJson, TwinRow } from './rows.ts'

export const twinRow = (twin: ChainTwin): TwinRow => ({
  twinId: twin.id,
  // Few of many are ever asked for, and a node's key is made only then.
  get account() {
    return bytesToHex(twin.account)
  },
  relay: twin.relay ?? '',
  get publicKey() {
    return twin.pk ? `0x${bytesToHex(twin.pk)}` : ''
  },
})

const addressOf = (account: string): string => encodeAddress(`0x${account}`, 42)

/** The account whose address is `text`, if it is one. */
function accountOf(text: string): string | undefined {
  try {
    const account = bytesToHex(decodeAddress(text))
    return addressOf(account) === text ? account : undefined
  } catch {
    return undefined
  }
}

const atAddress: Filter<TwinRow> = (values) => {
  const wanted = accountOf(values.at(-1) ?? '')
  return ({ account }) => account === wanted
}

export const twinListing: Listing<TwinRow> = {
  filters: {
    twin_id: equal(({ twinId }) => twinId),
    account_id: atAddress,
    relay: exactly(({ relay }) => relay),
    public_key: exactly(({ publicKey }) => publicKey),
  },
  sorts: {
    twin_id: ({ twinId }) => twinId,
    // Addresses of one length sort as the bytes they spell, for base58 has its letters in ASCII's order.
    account_id: ({ account }) => account,
    relay: ({ relay }) => relay || undefined,
    public_key: ({ publicKey }) => publicKey || undefined,
  },
  id: ({ twinId }) => twinId,
}

/** The row as it goes out. Spelling an address takes a while, so only those that are shown are spelled. */
export const shownTwin = ({ twinId, account, relay, publicKey }: TwinRow): TwinJson => ({
  twinId,
  accountId: addressOf(account),
  relay,
  publicKey,
})
