import { useSyncExternalStore } from 'react'
import { watchWalletAccounts, walletsHere, type WalletAccount } from '#protocols/wallet/extension.ts'
import type { Chosen } from './chosen.ts'

export { walletsHere, type WalletAccount }

/**
 * What the wallets of this browser show to this page. They are asked when somebody wants them, for each may ask its owner;
 * from then on they tell of every account that comes or goes.
 */
export type Wallets =
  | { stage: 'unasked' }
  | { stage: 'asking' }
  | { stage: 'failed'; error: unknown }
  | { stage: 'connected'; accounts: WalletAccount[] }

let wallets: Wallets = { stage: 'unasked' }
let asked = 0
let stop: (() => void) | undefined
const listeners = new Set<() => void>()

export const useWallets = (): Wallets => useSyncExternalStore(subscribe, () => wallets)

export async function askWallets() {
  const mine = ++asked
  stop?.()
  show({ stage: 'asking' })
  try {
    // An answer that comes after somebody stopped waiting is an answer still.
    stop = await watchWalletAccounts((accounts) => show({ stage: 'connected', accounts }))
  } catch (error) {
    if (mine === asked) show({ stage: 'failed', error })
  }
}

/** Asks them unless they answered before, or are asked already. */
export function askWalletsOnce() {
  if (wallets.stage === 'unasked' || wallets.stage === 'failed') void askWallets()
}

/** The question stays open in the wallet. */
export function stopWaiting() {
  asked++
  show({ stage: 'unasked' })
}

/** A wallet account as one that acts. */
export const asWalletChosen = ({ source, address, name, type }: WalletAccount): Chosen => ({
  by: 'wallet',
  source,
  address,
  name,
  type,
})

function show(next: Wallets) {
  wallets = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
