import type { ApiPromise } from '@polkadot/api'
import type { MetadataDef } from '@polkadot/extension-inject/types'
import type { SignerPayloadJSON } from '@polkadot/types/types'
import type { Contract } from '#domain/contract.ts'
import type { FarmNode, FarmOnChain } from '#domain/farm-on-chain.ts'
import { tft, type Tft } from '#domain/money.ts'
import type { Proposal } from '#domain/proposal.ts'
import type { Standing } from '#domain/standing.ts'
import type { Twin } from '#domain/twin.ts'
import { getBalance, watchAccount, type Account, type Balance } from '#protocols/chain/account.ts'
import { getBridgeFees, type BridgeFees } from '#protocols/chain/bridge.ts'
import type { Call } from '#protocols/chain/call.ts'
import { onChain } from '#protocols/chain/connections.ts'
import { getProposals, getWeights } from '#protocols/chain/dao.ts'
import { farmIdOf, getFarm, getFarmNodes } from '#protocols/chain/farm.ts'
import { contractById, contractFor, nameContract, type OnChain } from '#protocols/chain/contract-lookup.ts'
import type { Step } from '#protocols/chain/follow.ts'
import { fund } from '#protocols/chain/funding.ts'
import { watchHappenings, type Happening } from '#protocols/chain/happenings.ts'
import { metadataOf } from '#protocols/chain/metadata.ts'
import { nameHolder } from '#protocols/chain/name.ts'
import { getTariff, watchPrice, type Tariff, type TftPrice } from '#protocols/chain/price.ts'
import { recipientOf, type Recipient } from '#protocols/chain/recipient.ts'
import { getStandings, hourlyCost } from '#protocols/chain/standing.ts'
import { getTime } from '#protocols/chain/time.ts'
import { feeOf, resume, submit, type Receipt, type Signed } from '#protocols/chain/submit.ts'
import { getTwin, twinIdOf } from '#protocols/chain/twin.ts'
import { WireError } from '#protocols/fault.ts'
import { RmbClient, type Told } from '#protocols/rmb/client.ts'
import type { KeyType, Signer } from '#protocols/wallet/signer.ts'
import type { Vault } from '#protocols/wallet/vault.ts'

/** Where one network is reached now. Of its relays, those that our twin names are used. */
export type Places = { chain: string; relays: readonly string[] }

/** Whose session it is. A wallet signs transactions of its accounts itself; messages need their key in the vault. */
export type Who = { address: string; type: KeyType; by: 'wallet' | 'key' }

/** Asks a wallet, which lives in the page, to sign a transaction. */
export type AskWallet = (payload: SignerPayloadJSON) => Promise<`0x${string}`>

const playMoney = tft(1_000)

/**
 * What one account does on one network: everything that needs a key or a lasting connection.
 * It lives in a Web Worker; the page asks it to act and never sees a secret.
 */
export class GridSession {
  readonly #places: Places
  readonly #vault: Vault
  readonly #who: Who | undefined
  readonly #askWallet: AskWallet | undefined
  readonly #asking = new Map<string, AbortController>()
  #rmb: Promise<RmbClient> | undefined

  constructor(places: Places, vault: Vault, who?: Who, askWallet?: AskWallet) {
    this.#places = places
    this.#vault = vault
    this.#who = who
    this.#askWallet = askWallet
    let wasOpen = false
    vault.watch((unlocked) => {
      const isOpen = who !== undefined && unlocked.includes(who.address)
      if (wasOpen && !isOpen) this.#hangUp()
      wasOpen = isOpen
    })
  }

  /** Whose it is. @throws WireError 'no-account' */
  address = (): string => this.#whose().address

  /** Gives the account play money, where the network has some. */
  fund = (): Promise<void> => this.#onChain((api) => fund(api, this.#whose().address, playMoney))

  /** Prices as the chain bills them now. */
  tariff = (): Promise<Tariff> => this.#onChain(getTariff)
  /** What a wallet has to know of the chain to read transactions out. */
  metadata = (): Promise<MetadataDef> => this.#onChain(async (api) => metadataOf(api))
  twin = (id: number): Promise<Twin | undefined> => this.#onChain((api) => getTwin(api, id))
  twinIdOf = (address: string): Promise<number | undefined> => this.#onChain((api) => twinIdOf(api, address))
  balanceOf = (address: string): Promise<Balance> => this.#onChain((api) => getBalance(api, address))
  nameHolder = (name: string): Promise<number | undefined> => this.#onChain((api) => nameHolder(api, name))

  /** The contract for a deployment on a node, by its hash. */
  contractFor = (nodeId: number, hash: string): Promise<number | undefined> =>
    this.#onChain((api) => contractFor(api, nodeId, hash))
  contractById = (id: number): Promise<OnChain | undefined> => this.#onChain((api) => contractById(api, id))
  nameContract = (name: string): Promise<OnChain | undefined> => this.#onChain((api) => nameContract(api, name))

  /** Tells `onChange` what the account has, now and whenever it changes, until the page is gone. */
  watch = (onChange: (account: Account) => void): Promise<void> =>
    this.#onChain(async (api) => void (await watchAccount(api, this.#whose().address, onChange)))

  /** Tells `onChange` what a TFT is worth, now and whenever that changes. */
  watchPrice = (onChange: (price: TftPrice) => void): Promise<void> =>
    this.#onChain(async (api) => void (await watchPrice(api, onChange)))

  /** Tells what happens to the account, and to contracts, in each block from now on. */
  watchHappenings = (onHappening: (happening: Happening) => void): Promise<void> =>
    this.#onChain(async (api) => void (await watchHappenings(api, this.#whose().address, onHappening)))

  recipientOf = (text: string): Promise<Recipient | undefined> => this.#onChain((api) => recipientOf(api, text))
  bridgeFees = (): Promise<BridgeFees> => this.#onChain(getBridgeFees)
  hourlyCost = (contracts: Contract[], balance: Tft): Promise<Tft> =>
    this.#onChain((api) => hourlyCost(api, contracts, balance))
  standings = (contracts: Contract[], balance: Tft): Promise<Standing[]> =>
    this.#onChain((api) => getStandings(api, contracts, balance))
  farm = (id: number): Promise<FarmOnChain | undefined> => this.#onChain((api) => getFarm(api, id))
  farmNodes = (farmId: number): Promise<FarmNode[]> => this.#onChain((api) => getFarmNodes(api, farmId))
  farmIdOf = (name: string): Promise<number | undefined> => this.#onChain((api) => farmIdOf(api, name))
  proposals = (): Promise<Proposal[]> => this.#onChain(getProposals)
  farmWeights = (ids: number[]): Promise<Map<number, bigint>> => this.#onChain((api) => getWeights(api, ids))

  fee = (calls: Call[]): Promise<Tft> => this.#onChain(async (api) => feeOf(api, this.#whose().address, calls))

  /** `keep` is done once it is signed, before it is sent. */
  async submit(
    calls: Call[],
    onStep?: (step: Step) => void,
    keep?: (signed: Signed) => Promise<void>,
  ): Promise<Receipt> {
    const receipt = await this.#onChain(async (api) => submit(api, await this.#transactor(), calls, onStep, keep))
    // Answers come to other relays now, or encrypted for another key.
    if (calls.some(({ call }) => call === 'update-twin')) this.#hangUp()
    return receipt
  }

  /** Goes on with what was signed before this page. */
  resume = (signed: Signed, onStep?: (step: Step) => void): Promise<Receipt> =>
    this.#onChain((api) => resume(api, signed, onStep))

  /** The account's signature over exactly these bytes, 64 of them, and its kind. */
  async sign(message: Uint8Array): Promise<{ signature: Uint8Array; type: KeyType }> {
    const signer = await this.#messenger()
    return { signature: await signer.sign(message), type: signer.type }
  }

  /** The key for its twin's `pk`. @throws WireError 'locked' */
  encryptionKey = async (): Promise<Uint8Array> => (await this.#messenger()).encryptionKey

  /** Asks another twin over the relay and gives back what it answered, unread. `id` is for `cancel`. */
  async ask(twin: number, command: string, payload: unknown, timeoutMs: number, id: string): Promise<Told> {
    const cancelling = new AbortController()
    this.#asking.set(id, cancelling)
    try {
      const client = await this.#openRmb()
      return await client.ask(twin, command, payload, { timeoutMs, signal: cancelling.signal })
    } finally {
      this.#asking.delete(id)
    }
  }

  /** For when the page is in sight again: looks at once whether the relays are still there. */
  wake = () =>
    void this.#rmb?.then(
      (client) => client.wake(),
      () => undefined,
    )

  /** Stops waiting for the answer to a question. */
  cancel(id: string) {
    this.#asking.get(id)?.abort(new DOMException('Nobody waits for the answer any more', 'AbortError'))
  }

  #onChain = <T>(act: (api: ApiPromise) => Promise<T>): Promise<T> => onChain(this.#places.chain, act)

  #whose(): Who {
    if (!this.#who) throw new WireError({ kind: 'no-account', where: 'This browser' })
    return this.#who
  }

  async #transactor(): Promise<Pick<Signer, 'address' | 'signTransaction'>> {
    const { address, by } = this.#whose()
    const askWallet = this.#askWallet
    if (by === 'key' || !askWallet) return this.#vault.signer(address)
    return { address, signTransaction: ({ payload }) => askWallet(payload) }
  }

  #messenger = async (): Promise<Signer> => this.#vault.signer(this.#whose().address)

  #openRmb(): Promise<RmbClient> {
    this.#rmb ??= this.#connectRmb().catch((error: unknown) => {
      this.#rmb = undefined
      throw error
    })
    return this.#rmb
  }

  async #connectRmb(): Promise<RmbClient> {
    const signer = await this.#messenger()
    const twin = await this.twinIdOf(signer.address)
    if (twin === undefined) throw new WireError({ kind: 'missing', where: 'TFChain', what: 'A twin of this account' })
    const clock = () => this.#onChain(getTime)
    return new RmbClient({ url: this.#places.relays, twin, signer, twins: this.twin, clock })
  }

  #hangUp() {
    void this.#rmb?.then(
      (client) => client.close(),
      () => undefined,
    )
    this.#rmb = undefined
  }
}
