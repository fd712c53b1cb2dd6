import type { Account } from '#queries/account.ts'

type Known = { account: Account | undefined; hasKey: boolean; verified: boolean }

export type SetupStep = {
  id: 'account' | 'key' | 'funds' | 'twin' | 'kyc'
  title: string
  state: 'done' | 'now' | 'waiting'
}

/** What terms and twin cost together, and a little more: their fee is known only once the key is. */
const enough = 15_000n

/** What is done and what comes next, from what the chain and this page know. Nothing is remembered. */
export function setupSteps({ account, hasKey, verified }: Known): SetupStep[] {
  const hasTwin = account?.twinId !== undefined
  const done: Record<SetupStep['id'], boolean> = {
    account: account !== undefined,
    key: hasKey,
    funds: hasTwin || (account !== undefined && account.balance.usable >= enough),
    twin: hasTwin,
    kyc: verified,
  }
  const order = ['account', 'key', 'funds', 'twin', 'kyc'] as const
  // Being verified happens elsewhere, whenever it suits.
  const now = order.find((id) => !done[id] && id !== 'kyc')
  return order.map((id) => ({
    id,
    title: titles[id],
    state: done[id] ? 'done' : id === now ? 'now' : 'waiting',
  }))
}

const titles: Record<SetupStep['id'], string> = {
  account: 'Choose an account',
  key: 'Unlock its key',
  funds: 'Have enough for the fee',
  twin: 'Accept the terms and make the twin',
  kyc: 'Be verified',
}
