import { jsonDecrypt, jsonEncrypt } from '@polkadot/util-crypto'
import { WireError } from '#protocols/fault.ts'
import { seal, unseal } from './guard.ts'
import { allKept, forget, keep, kept, type Kept } from './kept.ts'
import { openKeystore, writeKeystore, type Keystore } from './keystore.ts'
import { decodeSecret, encodeSecret, pairOf, signerOf, type Secret } from './secret.ts'
import type { KeyType, Signer } from './signer.ts'

/** An account kept in this browser, without its secret. `place` is the one chain it is for; others go everywhere. */
export type Deployer = { address: string; type: KeyType; name: string; guard: 'password' | 'browser'; place?: string }

export type Import = { keystore: Keystore; address: string; name: string; password: string; batchPassword?: string }

/** How the owner of a wallet account proves to have its key. */
export type Proof = { text: string } | { keystore: Keystore; password: string; batchPassword?: string }

/**
 * The accounts kept in this browser and the keys that are unlocked now, those of wallet accounts among them. Lives in the
 * worker: secrets go in, signatures come out. Only a file that its owner asks for carries a secret away, encrypted.
 */
export class Vault {
  readonly #open = new Map<string, Signer>()
  /** Keys of play money. They are not locked: they would open by themselves, or end where the browser cannot keep them. */
  readonly #guarded = new Map<string, Signer>()
  readonly #listeners = new Set<(unlocked: string[]) => void>()

  /** Calls `listener` with the addresses that are unlocked, now and whenever they change. */
  watch(listener: (unlocked: string[]) => void) {
    this.#listeners.add(listener)
    listener([...this.#open.keys()])
  }

  deployers = async (): Promise<Deployer[]> => (await allKept()).map(toDeployer)

  /** Keeps an account under a password and unlocks it. @throws WireError 'unreadable' when `secret` is none */
  async add(secret: Secret, name: string, password: string): Promise<Deployer> {
    const signer = signerOf(secret)
    const { address, type } = signer
    if (await kept(address))
      throw new WireError({ kind: 'refused', where: 'This browser', reason: 'it keeps that account already' })
    const locked = lock(secret, password)
    const account: Kept = { address, type, name, madeAt: Date.now(), locked }
    await keep(account)
    this.#unlocked(signer)
    return toDeployer(account)
  }

  /** Takes an account over from its file and keeps it under the same password. @throws WireError as `openKeystore` */
  addFromKeystore({ keystore, address, name, password, batchPassword }: Import): Promise<Deployer> {
    return this.add(openKeystore(keystore, address, password, batchPassword), name, password)
  }

  /** Keeps an account of play money without a password; where the browser has no such keys, it ends with the page. */
  async addGuarded(secret: Secret, name: string, place: string): Promise<Deployer> {
    const signer = signerOf(secret)
    const { address, type } = signer
    if (isSecureContext) {
      const guarded = await seal(encodeSecret(secret))
      await keep({ address, type, name, madeAt: Date.now(), guarded, place })
    }
    this.#guarded.set(address, signer)
    return { address, type, name, guard: 'browser', place }
  }

  /** @throws WireError 'wrong-password' */
  async unlock(address: string, password: string): Promise<void> {
    this.#unlocked(signerOf(await this.#secretOf(address, password)))
  }

  /**
   * Unlocks the key of an account whose wallet signs its transactions: the wallet itself cannot sign messages.
   *
   * @throws WireError 'wrong-password', 'unreadable', or 'refused' when the key is of another account
   */
  unlockMessaging(address: string, type: KeyType, proof: Proof): void {
    const secret =
      'text' in proof
        ? { type, text: proof.text }
        : openKeystore(proof.keystore, address, proof.password, proof.batchPassword)
    const signer = signerOf(secret)
    if (signer.address !== address)
      throw new WireError({ kind: 'refused', where: 'This page', reason: `that is the phrase of ${signer.address}` })
    this.#unlocked(signer)
  }

  /** Drops one key, or all. */
  lock(address?: string) {
    if (address === undefined) this.#open.clear()
    else this.#open.delete(address)
    this.#tell()
  }

  async rename(address: string, name: string): Promise<void> {
    const account = await this.#kept(address)
    await keep({ ...account, name })
  }

  async remove(address: string): Promise<void> {
    await forget(address)
    this.#guarded.delete(address)
    this.lock(address)
  }

  /**
   * A file that other wallets restore the account from, under the account's password.
   *
   * @param password of an account without one: the one that the file shall have
   * @throws WireError 'wrong-password'
   */
  async export(address: string, password: string): Promise<Keystore> {
    const secret = await this.#secretOf(address, password)
    return writeKeystore(pairOf(secret), secret.type, (await this.#kept(address)).name, password)
  }

  /** The key of an account. @throws WireError 'locked' when its owner has to unlock it first */
  async signer(address: string): Promise<Signer> {
    const open = this.#open.get(address) ?? this.#guarded.get(address) ?? (await this.#openGuarded(address))
    if (!open) throw new WireError({ kind: 'locked', where: address })
    return open
  }

  async #openGuarded(address: string): Promise<Signer | undefined> {
    const account = await kept(address)
    if (!account || !('guarded' in account)) return undefined
    const signer = signerOf(decodeSecret(await unseal(account.guarded)))
    this.#guarded.set(address, signer)
    return signer
  }

  async #secretOf(address: string, password: string): Promise<Secret> {
    const account = await this.#kept(address)
    if ('guarded' in account) return decodeSecret(await unseal(account.guarded))
    try {
      return decodeSecret(jsonDecrypt(account.locked as never, password))
    } catch {
      throw new WireError({ kind: 'wrong-password', where: 'of the account' })
    }
  }

  async #kept(address: string): Promise<Kept> {
    const account = await kept(address)
    if (!account) throw new WireError({ kind: 'missing', where: 'This browser', what: `Account ${address}` })
    return account
  }

  #unlocked(signer: Signer) {
    this.#open.set(signer.address, signer)
    this.#tell()
  }

  #tell() {
    for (const listener of this.#listeners) listener([...this.#open.keys()])
  }
}

const toDeployer = (account: Kept): Deployer => {
  const { address, type, name } = account
  return 'place' in account
    ? { address, type, name, guard: 'browser', place: account.place }
    : { address, type, name, guard: 'password' }
}

/** scrypt (N = 2^17, r = 8: 128 MiB) and xsalsa20-poly1305, as polkadot{.js} keeps its accounts. */
function lock(secret: Secret, password: string) {
  const { encoded, encoding } = jsonEncrypt(encodeSecret(secret), ['pkcs8', secret.type], password)
  const kinds = Array.isArray(encoding.type) ? encoding.type : [encoding.type]
  return { encoded, encoding: { content: ['secret', secret.type], type: kinds, version: encoding.version } }
}
