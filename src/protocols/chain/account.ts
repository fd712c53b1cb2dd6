import type { ApiPromise } from '@polkadot/api'
import type { Tft } from '#domain/money.ts'

/** What an account may spend: its free balance less what the chain freezes or keeps it alive with. */
export async function usableBalance(api: ApiPromise, address: string): Promise<Tft> {
  const account = (await api.query.system!.account!(address)) as unknown as {
    data: { free: { toBigInt(): bigint }; frozen: { toBigInt(): bigint } }
  }
  return usable(account.data.free.toBigInt(), account.data.frozen.toBigInt())
}

/** Source: tfchain pallet-smart-contract billing.rs: free − max(existential deposit, frozen). */
export function usable(free: Tft, frozen: Tft): Tft {
  const kept = frozen > 500n ? frozen : 500n
  return free > kept ? free - kept : 0n
}
