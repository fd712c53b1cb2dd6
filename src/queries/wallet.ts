import { useSyncExternalStore } from 'react'
import { WireError } from '#protocols/fault.ts'
import { signInWallet } from '#protocols/wallet/extension.ts'
import type { AskWallet } from '#protocols/worker/open.ts'
import { faultKind } from './fault-kind.ts'

/**
 * What the wallet is asked for now. `pausing`: it takes one request in three seconds, and had one just before;
 * `asking`: it shows the transaction to its owner.
 */
export type Request = { source: string; stage: 'pausing' | 'asking'; since: number; giveUp: () => void }

/** Wallets count three seconds from the last request (polkadot-js/extension 0.62 State.handleSignRequest). */
export const pauseMs = 3_200

let request: Request | undefined
let askedAt = -Infinity
let last: Promise<unknown> = Promise.resolve()
const listeners = new Set<() => void>()

/** The request that waits for the owner of the wallet, if there is one. */
export const useWalletRequest = (): Request | undefined => useSyncExternalStore(subscribe, () => request)

/** Asks a wallet for signatures: one after the other, with the pauses it wants. What its owner never answers can be given up. */
export const askWallet =
  (source: string): AskWallet =>
  (payload) => {
    const asked = last.then(() => ask(source, payload))
    last = asked.catch(() => undefined)
    return asked
  }

async function ask(source: string, payload: Parameters<AskWallet>[0]) {
  let giveUp = () => {}
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => reject(new WireError({ kind: 'rejected', where: 'this page' }))
  })
  try {
    const askOnce = async () => {
      const pause = askedAt + pauseMs - Date.now()
      if (pause > 0) {
        show({ source, stage: 'pausing', since: askedAt, giveUp })
        await Promise.race([new Promise((resolve) => setTimeout(resolve, pause)), givenUp])
      }
      show({ source, stage: 'asking', since: Date.now(), giveUp })
      return await Promise.race([signInWallet(source, payload, () => (askedAt = Date.now())), givenUp])
    }
    // Another tab may have had the wallet's last three seconds.
    return await askOnce().catch((error: unknown) => {
      if (faultKind(error) === 'too-soon') return askOnce()
      throw error
    })
  } finally {
    show(undefined)
  }
}

function show(next: Request | undefined) {
  request = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
