import type { ApiPromise } from '@polkadot/api'
import { tft, type Tft } from '#domain/money.ts'
import { usableBalance } from '#protocols/chain/account.ts'
import type { Call } from '#protocols/chain/call.ts'
import { connectChain } from '#protocols/chain/connection.ts'
import { asWireError } from '#protocols/chain/fault.ts'
import { canFund, fund } from '#protocols/chain/funding.ts'
import { getTariff, type Tariff } from '#protocols/chain/price.ts'
import { feeOf, submit, type Receipt } from '#protocols/chain/submit.ts'
import { getTwin, twinIdOf } from '#protocols/chain/twin.ts'
import { WireError } from '#protocols/fault.ts'
import { RmbClient, type Told } from '#protocols/rmb/client.ts'
import { forgetPhrase, keepPhrase, keptPhrase } from '#protocols/wallet/keep.ts'
import { newPhrase, phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import type { Signer } from '#protocols/wallet/signer.ts'

/** Where one network is reached now. Its accounts are kept under the `first` chain, whichever is in use. */
export type Places = { id: string; chain: string; relay: string; first: { chain: string } }

/** The open account as the chain knows it. Without a twin it can own money, but no contracts. */
export type Account = { address: string; twinId: number | undefined; balance: Tft }

/** Source: zosbase pkg/environment, the document that nodes and the Go SDK accept for a twin; the hash is the MD5 of the link. */
const terms = { link: 'http://zos.tf/terms/v0.1', hash: '9021d4dee05a661e2cb6838152c67f25' }
const playMoney = tft(1_000)

/**
 * Everything that needs a secret or a lasting connection on one network: the account's key, TFChain, the RMB relay.
 * It lives in a Web Worker; the page asks it to act and never sees the key.
 */
export class GridSession {
  readonly #places: Places
  #chain: Promise<ApiPromise> | undefined
  #signer: Promise<Signer | undefined> | undefined
  #rmb: { twin: number; client: RmbClient } | undefined

  constructor(places: Places) {
    this.#places = places
  }

  /** Does this network hand out play money for an account made here? */
  canFund = (): Promise<boolean> => this.#onChain(async (api) => canFund(api))

  /** Prices as the chain bills them now. */
  tariff = (): Promise<Tariff> => this.#onChain(getTariff)

  /** The account kept in this browser for this network, or `undefined`. */
  async account(): Promise<Account | undefined> {
    const signer = await this.#openAccount()
    if (!signer) return undefined
    const { address } = signer
    return this.#onChain(async (api) => {
      const [twinId, balance] = await Promise.all([twinIdOf(api, address), usableBalance(api, address)])
      return { address, twinId, balance }
    })
  }

  /** Makes an account (or takes the one kept here), gives it play money, accepts the terms and makes its twin. */
  async makeFundedAccount(): Promise<Account> {
    const signer = (await this.#openAccount()) ?? (await this.#newAccount())
    await this.#onChain(async (api) => {
      await fund(api, signer.address, playMoney)
      if ((await twinIdOf(api, signer.address)) !== undefined) return
      const relay = new URL(this.#places.relay).hostname
      await submit(api, signer, [
        { call: 'accept-terms', ...terms },
        { call: 'create-twin', relay, encryptionKey: signer.encryptionKey },
      ])
    })
    return (await this.account())!
  }

  async forgetAccount(): Promise<void> {
    await forgetPhrase(this.#shelf)
    this.#signer = undefined
    this.#hangUp()
  }

  fee = (calls: Call[]): Promise<Tft> => this.#onChain(async (api) => feeOf(api, (await this.#actor()).address, calls))

  submit = (calls: Call[], onSigned?: () => void): Promise<Receipt> =>
    this.#onChain(async (api) => submit(api, await this.#actor(), calls, onSigned))

  /** The account's signature over exactly these bytes, 64 of them, and its kind. */
  async sign(message: Uint8Array): Promise<{ signature: Uint8Array; type: Signer['type'] }> {
    const signer = await this.#actor()
    return { signature: await signer.sign(message), type: signer.type }
  }

  /** Asks another twin over the relay and gives back what it answered, unread. */
  async ask(twin: number, command: string, payload: unknown, timeoutMs: number): Promise<Told> {
    const { client } = await this.#openRmb()
    return client.ask(twin, command, payload, { timeoutMs })
  }

  get #shelf(): string {
    return `${this.#places.id} ${this.#places.first.chain}`
  }

  async #onChain<T>(act: (api: ApiPromise) => Promise<T>): Promise<T> {
    try {
      return await act(await this.#api())
    } catch (error) {
      throw asWireError(error)
    }
  }

  #api(): Promise<ApiPromise> {
    this.#chain ??= connectChain(this.#places.chain).catch((error: unknown) => {
      this.#chain = undefined
      throw error
    })
    return this.#chain
  }

  #openAccount(): Promise<Signer | undefined> {
    this.#signer ??= keptPhrase(this.#shelf).then((phrase) => (phrase ? phraseSigner(phrase) : undefined))
    return this.#signer
  }

  async #newAccount(): Promise<Signer> {
    const phrase = newPhrase()
    const signer = await phraseSigner(phrase)
    await keepPhrase(this.#shelf, phrase)
    this.#signer = Promise.resolve(signer)
    return signer
  }

  async #actor(): Promise<Signer> {
    const signer = await this.#openAccount()
    if (!signer) throw new WireError({ kind: 'no-account', where: 'This browser' })
    return signer
  }

  async #openRmb(): Promise<{ twin: number; client: RmbClient }> {
    if (this.#rmb) return this.#rmb
    const signer = await this.#actor()
    const twin = await this.#onChain((api) => twinIdOf(api, signer.address))
    if (twin === undefined) throw new WireError({ kind: 'missing', where: 'TFChain', what: 'A twin of this account' })
    const twins = (id: number) => this.#onChain((api) => getTwin(api, id))
    const client = new RmbClient({ url: this.#places.relay, twin, signer, twins })
    this.#rmb ??= { twin, client }
    return this.#rmb
  }

  #hangUp() {
    this.#rmb?.client.close()
    this.#rmb = undefined
  }
}
