import type { ApiPromise } from '@polkadot/api'
import { z } from 'zod'
import type { Tft } from '#domain/money.ts'

/** What the chain says of an account's money. `reserved` is locked for contracts; `usable` can be spent now. */
export type Balance = { free: Tft; reserved: Tft; frozen: Tft; usable: Tft }

type Amount = { toBigInt(): bigint }
type Info = { nonce: { toNumber(): number }; data: { free: Amount; reserved: Amount; frozen: Amount } }

const balanceIn = ({ data }: Info): Balance => {
  const [free, reserved, frozen] = [data.free.toBigInt(), data.reserved.toBigInt(), data.frozen.toBigInt()]
  return { free, reserved, frozen, usable: usable(free, frozen) }
}

/** An account as the chain knows it. Without a twin it can own money, but no contracts. */
export type Account = { address: string; balance: Balance; nonce: number; twinId: number | undefined }

const twinIn = z.number().positive().optional().catch(undefined)

/** Tells `onChange` what an account has, now and with each block that changes it. Gives what stops it. */
export async function watchAccount(
  api: ApiPromise,
  address: string,
  onChange: (account: Account) => void,
): Promise<() => void> {
  type Answers = [Info, { toPrimitive(): unknown }]
  const questions = [
    [api.query.system!.account!, address],
    [api.query.tfgridModule!.twinIdByAccountID!, address],
  ] as const
  return api.queryMulti(questions as never, (answers) => {
    const [info, twin] = answers as unknown as Answers
    const twinId = twinIn.parse(twin.toPrimitive() ?? undefined)
    onChange({ address, balance: balanceIn(info), nonce: info.nonce.toNumber(), twinId })
  })
}

/** An account's money now. */
export async function getBalance(api: ApiPromise, address: string): Promise<Balance> {
  return balanceIn((await api.query.system!.account!(address)) as unknown as Info)
}

/** What an account may spend: its free balance less what the chain freezes or keeps it alive with. */
export const usableBalance = async (api: ApiPromise, address: string): Promise<Tft> =>
  (await getBalance(api, address)).usable

/** Source: tfchain pallet-smart-contract billing.rs: free − max(existential deposit, frozen). */
export function usable(free: Tft, frozen: Tft): Tft {
  const kept = frozen > 500n ? frozen : 500n
  return free > kept ? free - kept : 0n
}
