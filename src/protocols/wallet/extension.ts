import type {
  Injected,
  InjectedAccountWithMeta,
  InjectedExtension,
  InjectedWindow,
  MetadataDef,
} from '@polkadot/extension-inject/types'
import type { SignerPayloadJSON } from '@polkadot/types/types'
import { WireError } from '#protocols/fault.ts'
import type { KeyType } from './signer.ts'

/** An account of a wallet extension. `source` is the wallet's own name, such as `polkadot-js`. */
export type WalletAccount = { source: string; address: string; name: string; type: KeyType }

const app = 'ZOS Dashboard'
const connectMs = 120_000

const injected = () => (globalThis as Partial<InjectedWindow>).injectedWeb3 ?? {}

/** Names of the wallets in this browser. They say so to every page; asking for accounts is another thing. */
export const walletsHere = (): string[] => Object.keys(injected())

/**
 * Asks the wallets here to show their accounts to this page; each asks its owner, unless it did before. Tells `listener`
 * the accounts, of which there may be none, now and whenever somebody adds or removes one. Gives what stops it.
 *
 * @throws WireError 'missing' when there is no wallet, 'rejected' when none agreed, 'silent' when nobody answered
 */
export async function watchWalletAccounts(listener: (accounts: WalletAccount[]) => void): Promise<() => void> {
  if (walletsHere().length === 0)
    throw new WireError({ kind: 'missing', where: 'This browser', what: 'A wallet extension' })
  await enabled()
  const { web3AccountsSubscribe } = await dapp()
  return web3AccountsSubscribe((accounts) => listener(accounts.flatMap(toAccount)), { ss58Format })
}

/**
 * Has a wallet sign a transaction; it shows it to its owner first, which is when `onAsk` is called.
 *
 * @throws WireError 'missing' when the wallet no longer shows the account, 'rejected', 'too-soon'
 */
export async function signInWallet(
  source: string,
  payload: SignerPayloadJSON,
  onAsk: () => void,
): Promise<`0x${string}`> {
  const wallet = await walletOf(source)
  const [accounts, { addressEq }] = await Promise.all([wallet.accounts.get(), import('@polkadot/util-crypto')])
  if (!accounts.some(({ address }) => addressEq(address, payload.address)))
    throw new WireError({ kind: 'missing', where: `The wallet ${source}`, what: `Account ${payload.address}` })
  onAsk()
  try {
    const { signature } = await wallet.signer.signPayload!(payload)
    return signature
  } catch (error) {
    throw refusalOf(source, error)
  }
}

/** Does the wallet know this chain as it is now? One that keeps no such list (`undefined`) reads transactions by itself. */
export async function knowsChain(
  source: string,
  { genesisHash, specVersion }: MetadataDef,
): Promise<boolean | undefined> {
  const known = await (await walletOf(source)).metadata?.get()
  return known?.some((one) => one.genesisHash === genesisHash && one.specVersion >= specVersion)
}

/** Offers the wallet what it needs to read this chain's transactions out; it asks its owner. */
export async function teachChain(source: string, metadata: MetadataDef): Promise<void> {
  try {
    await (await walletOf(source)).metadata!.provide(metadata)
  } catch (error) {
    throw refusalOf(source, error)
  }
}

/** TFChain's, for which 42 stands. */
const ss58Format = 42

/** Large for its size, and needed by those who have a wallet only. */
const dapp = () => import('@polkadot/extension-dapp')

/** One question for all who wait: wallets refuse a second one while the first is open. */
let asking: Promise<InjectedExtension[]> | undefined

async function enabled(): Promise<InjectedExtension[]> {
  asking ??= dapp()
    .then(({ web3Enable }) => web3Enable(app))
    .finally(() => (asking = undefined))
  const wallets = await orSilence(asking)
  if (wallets.length === 0) throw new WireError({ kind: 'rejected', where: 'the wallet' })
  return wallets
}

async function orSilence<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    const silent = new WireError({ kind: 'silent', where: 'The wallet', timeoutMs: connectMs })
    timer = setTimeout(() => reject(silent), connectMs)
  })
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}

/** One wallet, without asking the others that are here: their owners may have left them out on purpose. */
async function walletOf(source: string): Promise<Injected> {
  const here = injected()[source]
  if (!here?.enable) throw new WireError({ kind: 'missing', where: 'This browser', what: `The wallet ${source}` })
  try {
    return await orSilence(here.enable(app))
  } catch (error) {
    throw refusalOf(source, error)
  }
}

/** Ethereum's accounts are of another kind, and TFChain has none. A wallet that names no kind has sr25519, Substrate's own. */
function toAccount({ address, meta, type }: InjectedAccountWithMeta): WalletAccount[] {
  if (type === 'ethereum' || type === 'ecdsa') return []
  return [{ source: meta.source, address, name: meta.name ?? '', type: type ?? 'sr25519' }]
}

/** Wallets have no codes for what they refuse, only these words (polkadot-js/extension 0.62 State and Tabs). */
function refusalOf(source: string, error: unknown): unknown {
  const said = error instanceof Error ? error.message : String(error)
  if (/cancelled|rejected/i.test(said)) return new WireError({ kind: 'rejected', where: source })
  if (/rate limit/i.test(said)) return new WireError({ kind: 'too-soon', where: source })
  return new WireError({ kind: 'refused', where: source, reason: said })
}
