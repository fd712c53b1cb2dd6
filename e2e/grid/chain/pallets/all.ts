import { balances } from './balances.ts'
import { daoPallet } from './dao.ts'
import { farmNodes } from './farm-nodes.ts'
import { farms } from './farms.ts'
import { kvStore } from './kv-store.ts'
import type { Context, Handler, Pallet } from './pallet.ts'
import { smartContract } from './smart-contract.ts'
import { system } from './system.ts'
import { tfgrid } from './tfgrid.ts'
import { tftBridge } from './tft-bridge.ts'
import { timestamp } from './timestamp.ts'
import { utility } from './utility.ts'

/** The pallets that offer calls. */
const pallets: Pallet[] = [
  system,
  timestamp,
  utility,
  balances,
  tfgrid,
  farms,
  farmNodes,
  smartContract,
  tftBridge,
  kvStore,
  daoPallet,
]

const named = <T>(of: (pallet: Pallet) => Record<string, T>): Map<string, T> =>
  new Map(
    pallets.flatMap((pallet) => Object.entries(of(pallet)).map(([call, each]) => [`${pallet.name}.${call}`, each])),
  )

/** By pallet and call as the metadata names them: `Balances.transfer_all`. */
export const handlers: Map<string, Handler> = named((pallet) => pallet.calls)
/** In the order in which they run at the beginning of a block. */
export const begins: ((context: Context) => void)[] = pallets.flatMap(({ begin }) => begin ?? [])
export const bounds: Map<string, Record<string, number>> = named((pallet) => pallet.bounds ?? {})
