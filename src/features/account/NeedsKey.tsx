import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { accountName } from '#domain/account-text.ts'
import { account } from '#queries/account.ts'
import { useChosen } from '#queries/chosen.ts'
import { useNetwork } from '#queries/networks.ts'
import { isOpen, useUnlocked } from '#queries/unlocked.ts'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { FundedAccount } from './FundedAccount.tsx'
import { UnlockButton } from './UnlockButton.tsx'

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
  if (need === 'account')
    return (
      <Empty icon={<KeyRound />} title="No account is open" actions={<FundedAccount />}>
        {children}
      </Empty>
    )
  if (need === 'key')
    return (
      <Empty icon={<KeyRound />} title="The account’s key is locked" actions={<UnlockButton variant="primary" />}>
        {children}
      </Empty>
    )
  if (need === 'twin')
    return (
      <Empty
        icon={<KeyRound />}
        title={`${who ? accountName(who) : 'The account'} has no twin yet`}
        actions={
          <Link to="/account/setup" className={buttonClass({ variant: 'primary' })}>
            Set up the account
          </Link>
        }
      >
        {children} They know who asks by the account’s twin, its entry on the chain.
      </Empty>
    )
  return null
}
