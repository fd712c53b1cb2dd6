import type { Bytes, Option, u32 } from '@polkadot/types'
import { u8aEq, u8aToString } from '@polkadot/util'
import { refusals } from '../dispatch-error.ts'
import type { ChainTwin } from '../nouns.ts'
import { terms, twinBoundedAccount, twinId, twinIdByAccount, twins, twinWire } from '../state/tfgrid-items.ts'
import type { Frame, Pallet } from './pallet.ts'

const name = 'TfgridModule'
const refuse = refusals(name)

const textOf = (bytes: Bytes): string => u8aToString(bytes.toU8a(true))

// tfchain pallet-tfgrid terms_cond.rs
const linkCharacters = /^[\w\-.~:/?#[\]@!$&'()*+,;=]*$/
const hashCharacters = /^[\w-]*$/

/** Rules: tfchain pallet-tfgrid twin.rs, validate_relay_address; its dot as second character is refused there too. */
function checkRelay(relay: string): void {
  const labels = relay.split('.')
  const good = /^[\w\-.]+$/.test(relay) && !labels.includes('') && (labels.length === 1 || labels[0]!.length > 1)
  if (!good) refuse('InvalidRelayAddress')
}

/** Relay and key of a twin's new state. */
function contact(relay: Option<Bytes>, pk: Option<Bytes>): Pick<ChainTwin, 'relay' | 'pk'> {
  const host = relay.isSome ? textOf(relay.unwrap()) : null
  if (host !== null) checkRelay(host)
  return { relay: host, pk: pk.isSome ? pk.unwrap().toU8a(true) : null }
}

export const tfgrid: Pallet = {
  name,
  bounds: {
    user_accept_tc: { document_link: 2048, document_hash: 50 },
    create_twin: { relay: 1024, pk: 128 },
    update_twin: { relay: 1024, pk: 128 },
  },
  calls: {
    /** Nobody checks which document it is, and each acceptance is kept. */
    user_accept_tc({ state, caller, now }: Frame, documentLink: Bytes, documentHash: Bytes) {
      const [link, hash] = [textOf(documentLink), textOf(documentHash)]
      if (link === '') refuse('DocumentLinkInputTooShort')
      if (!linkCharacters.test(link)) refuse('InvalidDocumentLinkInput')
      if (hash === '') refuse('DocumentHashInputTooShort')
      if (!hashCharacters.test(hash)) refuse('InvalidDocumentHashInput')
      const accepted = { account: caller, timestamp: Math.floor(now / 1000), link, hash }
      state.write(terms, [caller], [...(state.read(terms, caller) ?? []), accepted])
    },

    create_twin({ state, caller, emit }: Frame, relay: Option<Bytes>, pk: Option<Bytes>) {
      if (!state.read(terms, caller)) refuse('UserDidNotSignTermsAndConditions')
      if (state.read(twinIdByAccount, caller) !== undefined) refuse('TwinWithPubkeyExists')
      const reachable = contact(relay, pk)
      const twin: ChainTwin = { id: (state.read(twinId) ?? 0) + 1, account: caller, ...reachable }
      state.write(twins, [twin.id], twin)
      state.write(twinId, [], twin.id)
      state.write(twinIdByAccount, [caller], twin.id)
      emit(name, 'TwinStored', [twinWire(twin)], { kind: 'twin-stored', twin })
    },

    /** Writes both: what is not given is cleared. */
    update_twin({ state, caller, emit }: Frame, relay: Option<Bytes>, pk: Option<Bytes>) {
      const id = state.read(twinIdByAccount, caller)
      if (id === undefined) return refuse('TwinNotExists')
      const twin: ChainTwin = { id, account: caller, ...contact(relay, pk) }
      state.write(twins, [id], twin)
      emit(name, 'TwinUpdated', [twinWire(twin)], { kind: 'twin-stored', twin })
    },

    /** What the caller could spend counts for the twin's discounts from now on. */
    bond_twin_account({ state, caller, emit }: Frame, id: u32) {
      const twin = state.read(twins, id.toNumber()) ?? refuse('TwinNotExists')
      if (u8aEq(twin.account, caller)) refuse('TwinCannotBoundToItself')
      state.write(twinBoundedAccount, [twin.id], caller)
      emit(name, 'TwinAccountBounded', [twin.id, caller])
    },
  },
}
