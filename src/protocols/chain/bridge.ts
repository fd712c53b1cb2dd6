import type { ApiPromise } from '@polkadot/api'
import type { Tft } from '#domain/money.ts'

/** What the bridge keeps of what comes from Stellar, and of what goes there. */
export type BridgeFees = { deposit: Tft; withdraw: Tft }

export async function getBridgeFees(api: ApiPromise): Promise<BridgeFees> {
  const { depositFee, withdrawFee } = api.query.tftBridgeModule!
  const [deposit, withdraw] = await Promise.all([depositFee!(), withdrawFee!()])
  return { deposit: BigInt(deposit.toString()), withdraw: BigInt(withdraw.toString()) }
}
