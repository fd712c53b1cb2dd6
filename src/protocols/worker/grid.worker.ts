import * as Comlink from 'comlink'
import { readKeystore, contentsOf } from '#protocols/wallet/keystore.ts'
import { newPhrase, textProblem } from '#protocols/wallet/secret.ts'
import { Vault } from '#protocols/wallet/vault.ts'
import { carryFaults } from './fault-transfer.ts'
import { GridSession, type AskWallet, type Places, type Who } from './session.ts'

const vault = new Vault()

/** The worker's door: opens a network for an account, and keeps the keys. */
const door = {
  open: (places: Places, who?: Who, askWallet?: AskWallet) =>
    Comlink.proxy(new GridSession(places, vault, who, askWallet)),
  vault: () => Comlink.proxy(vault),
  newPhrase,
  textProblem,
  /** Reads an account file. What it holds is told without a password. */
  readKeystore: (text: string) => {
    const keystore = readKeystore(text)
    return { keystore, ...contentsOf(keystore) }
  },
}

export type Door = typeof door

carryFaults()
Comlink.expose(door)
