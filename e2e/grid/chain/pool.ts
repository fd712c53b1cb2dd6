import { hexToU8a, u8aToHex } from '@polkadot/util'
import { alreadyImported, lowPriority, outdated, unpayable } from './rpc/rpc-error.ts'
import type { Runtime } from './runtime.ts'
import type { SignedExtrinsic } from './signed-extrinsic.ts'
import { accountOf } from './pallets/balances.ts'

/** As author_extrinsicUpdate tells it. The last three end the story. */
export type Status =
  'ready' | 'future' | { inBlock: string } | { retracted: string } | { finalized: string } | 'invalid' | 'dropped'
export type Waiting = { extrinsic: SignedExtrinsic; tell: (status: Status) => void; ready: boolean }

/** Extrinsics that wait for a block: of each account in the order of nonces, later ones until their turn comes. */
export class Pool {
  readonly #runtime: Runtime
  readonly #waiting = new Map<string, Map<number, Waiting>>()

  constructor(runtime: Runtime) {
    this.#runtime = runtime
  }

  /** @throws RpcError when it can never be in a block, or something else waits in its place */
  add(extrinsic: SignedExtrinsic, tell: (status: Status) => void): void {
    const { signer, nonce, hash } = extrinsic
    const account = u8aToHex(signer)
    const inItsPlace = this.#waiting.get(account)?.get(nonce)
    if (inItsPlace) throw inItsPlace.extrinsic.hash === hash ? alreadyImported(hash) : lowPriority()
    if (nonce < this.#nonceOf(account)) throw outdated()
    if (!this.#runtime.canPay(extrinsic)) throw unpayable()
    const waiting = { extrinsic, tell, ready: false }
    this.restore(waiting)
    if (!waiting.ready) tell('future')
  }

  /** Takes back what was in a block that is none any more. */
  restore(waiting: Waiting): void {
    const account = u8aToHex(waiting.extrinsic.signer)
    const queue = this.#waiting.get(account) ?? new Map<number, Waiting>()
    waiting.ready = false
    this.#waiting.set(account, queue.set(waiting.extrinsic.nonce, waiting))
    this.#promote(account)
  }

  /** Loses an extrinsic. */
  drop({ signer, nonce }: SignedExtrinsic): void {
    const queue = this.#waiting.get(u8aToHex(signer))
    queue?.get(nonce)?.tell('dropped')
    queue?.delete(nonce)
  }

  /** The nonce for the account's next extrinsic, when those that are ready are counted. */
  nextNonce(account: Uint8Array): number {
    let nonce = this.#nonceOf(u8aToHex(account))
    while (this.#waiting.get(u8aToHex(account))?.has(nonce)) nonce++
    return nonce
  }

  /** Everything that may be in the block `number`, which leaves the pool. */
  take(number: number): Waiting[] {
    const taken: Waiting[] = []
    for (const [account, queue] of this.#waiting) {
      for (const [nonce, { extrinsic, tell }] of queue)
        if (extrinsic.diesAt <= number && queue.delete(nonce)) tell('invalid')
      for (let nonce = this.#nonceOf(account); queue.has(nonce); nonce++) {
        taken.push(queue.get(nonce)!)
        queue.delete(nonce)
      }
      if (queue.size === 0) this.#waiting.delete(account)
    }
    return taken
  }

  pending(): string[] {
    return [...this.#waiting.values()].flatMap((queue) =>
      [...queue.values()].filter(({ ready }) => ready).map(({ extrinsic }) => extrinsic.hex),
    )
  }

  #promote(account: string): void {
    const queue = this.#waiting.get(account)
    for (let nonce = this.#nonceOf(account); queue?.has(nonce); nonce++) {
      const waiting = queue.get(nonce)!
      if (waiting.ready) continue
      waiting.ready = true
      waiting.tell('ready')
    }
  }

  #nonceOf(account: string): number {
    return accountOf(this.#runtime.state, hexToU8a(account)).nonce
  }
}
