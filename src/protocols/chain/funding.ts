import type { ApiPromise } from '@polkadot/api'
import type { Tft } from '#domain/money.ts'
import { WireError } from '#protocols/fault.ts'
import { usableBalance } from './account.ts'

const patienceMs = 30_000

/** The method by which a development chain hands out play money. The library offers it only where the chain lists it. */
export const playMoney = {
  dev: {
    fund: {
      description: 'Give an account play money',
      params: [
        { name: 'address', type: 'String' },
        { name: 'amount', type: 'String' },
      ],
      type: 'Null',
    },
  },
}

type Faucet = (address: string, amount: string) => Promise<unknown>

const faucet = (api: ApiPromise) => (api.rpc as unknown as { dev?: { fund?: Faucet } }).dev?.fund

/** Gives `amount` of play money to an account and waits until a block shows it. */
export async function fund(api: ApiPromise, address: string, amount: Tft): Promise<void> {
  const give = faucet(api)
  if (!give) throw new WireError({ kind: 'refused', where: 'TFChain', reason: 'this chain hands out no play money' })
  const before = await usableBalance(api, address)
  await give(address, amount.toString())
  const deadline = Date.now() + patienceMs
  while ((await usableBalance(api, address)) <= before) {
    if (Date.now() > deadline) throw new WireError({ kind: 'silent', where: 'TFChain', timeoutMs: patienceMs })
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
