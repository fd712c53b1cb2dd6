import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { accountName } from '#domain/account-text.ts'
import { account } from '#queries/account.ts'
import { useChosen } from '#queries/chosen.ts'
import { useNetwork } from '#queries/networks.ts'
import { isOpen, useUnlocked } from '#queries/unlocked.ts'
import { Empty } from '#ui/Empty.tsx'
import { AccountNeed } from './AccountNeed.tsx'

/** What the account that acts lacks to talk to nodes; `undefined` when nothing is known to be missing. */
export function useNeed(): 'account' | 'key' | 'twin' | undefined {
  const network = useNetwork()
  const who = useChosen(network.id)
  const unlocked = useUnlocked()
  const onChain = useQuery(account(network)).data
  if (!who) return 'account'
  if (!isOpen(who, unlocked)) return 'key'
  return onChain && onChain.twinId === undefined ? 'twin' : undefined
}

type Props = {
  /** What it is for: "Nodes answer signed messages only." */
  children: ReactNode
}

/** In place of what only a signed message brings: what is missing for it, and the way on. Nothing when nothing is. */
export function NeedsKey({ children }: Props) {
  const need = useNeed()
  const who = useChosen(useNetwork().id)
  if (!need) return null
  const titles = {
    account: 'No account is open',
    key: 'The account’s key is locked',
    twin: `${who ? accountName(who) : 'The account'} has no twin yet`,
  }
  return (
    <Empty icon={<KeyRound />} title={titles[need]} actions={<AccountNeed need={need} />}>
      {children}
      {need === 'twin' && ' They know who asks by the account’s twin, its entry on the chain.'}
    </Empty>
  )
}
