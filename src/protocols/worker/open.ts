import * as Comlink from 'comlink'
import type { Vault } from '#protocols/wallet/vault.ts'
import { carryFaults } from './fault-transfer.ts'
import type { Door } from './grid.worker.ts'
import type { AskWallet, GridSession, Places, Who } from './session.ts'

export type { Account, Balance } from '#protocols/chain/account.ts'
export type { Step } from '#protocols/chain/follow.ts'
export type { Told } from '#protocols/rmb/client.ts'
export type { Contents, Keystore } from '#protocols/wallet/keystore.ts'
export type { Secret } from '#protocols/wallet/secret.ts'
export type { KeyType } from '#protocols/wallet/signer.ts'
export type { Deployer, Import, Proof } from '#protocols/wallet/vault.ts'
export type { AskWallet, Places, Who } from './session.ts'

/** The session as the page sees it: every call is answered from the worker. */
export type RemoteSession = Comlink.Remote<GridSession>
export type RemoteVault = Comlink.Remote<Vault>

let opened: Comlink.Remote<Door> | undefined

/** The worker, which is started when first needed. */
export function worker(): Comlink.Remote<Door> {
  if (!opened) {
    carryFaults()
    const started = new Worker(new URL('./grid.worker.ts', import.meta.url), { type: 'module', name: 'grid' })
    opened = Comlink.wrap<Door>(started)
  }
  return opened
}

/** Opens a network for an account in the worker. */
export const openSession = async (places: Places, who?: Who, askWallet?: AskWallet): Promise<RemoteSession> =>
  (await worker().open(places, who, askWallet && callback(askWallet))) as unknown as RemoteSession

let vault: Promise<RemoteVault> | undefined

/** The keys, behind the worker's door. Held for good: Comlink closes the port of a remote that was let go, with its answers. */
export function openVault(): Promise<RemoteVault> {
  vault ??= worker().vault() as unknown as Promise<RemoteVault>
  return vault
}

/** Lets the worker call back into the page. */
export const callback = <T extends (...args: never[]) => unknown>(listener: T): T & Comlink.ProxyMarked =>
  Comlink.proxy(listener)
