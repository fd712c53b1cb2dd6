import type { Account } from '#queries/account.ts'

export type SetupStep = {
  id: 'account' | 'key' | 'funds' | 'twin' | 'kyc'
  title: string
  state: 'done' | 'now' | 'waiting'
}

/** What terms and twin cost together, and a little more: their fee is known only once the key is. */
const enough = 15_000n

/** What is done and what comes next, from what the chain and this page know. Nothing is remembered. */
export function setupSteps({ account, hasKey }: { account: Account | undefined; hasKey: boolean }): SetupStep[] {
  const hasTwin = account?.twinId !== undefined
  const done: Record<SetupStep['id'], boolean> = {
    account: account !== undefined,
    key: hasKey,
    funds: hasTwin || (account !== undefined && account.balance.usable >= enough),
    twin: hasTwin,
    kyc: false,
  }
  const order = ['account', 'key', 'funds', 'twin', 'kyc'] as const
  const now = order.find((id) => !done[id])
  return order.map((id) => ({
    id,
    title: titles[id],
    state: done[id] ? 'done' : id === now || (id === 'kyc' && account !== undefined) ? 'now' : 'waiting',
  }))
}

const titles: Record<SetupStep['id'], string> = {
  account: 'Choose an account',
  key: 'Unlock its key',
  funds: 'Have enough for the fee',
  twin: 'Accept the terms and make the twin',
  kyc: 'Be verified',
}
