import { useQuery } from '@tanstack/react-query'
import { Check, ChevronRight } from 'lucide-react'
import { accountName, shortAddress } from '#domain/account-text.ts'
import { standing } from '#queries/account.ts'
import { useChosen } from '#queries/chosen.ts'
import { useNetwork } from '#queries/networks.ts'
import type { WalletAccount } from '#queries/wallet-accounts.ts'
import { Badge } from '#ui/Badge.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Standing } from './Standing.tsx'
import { NoAccountShown } from './WalletStates.tsx'

type Props = { accounts: WalletAccount[]; busy: boolean; onPick: (account: WalletAccount) => void }

/** The accounts that wallets show to this page, as they come and go. */
export function WalletAccounts({ accounts, busy, onPick }: Props) {
  const acting = useChosen(useNetwork().id)
  const gone = acting?.by === 'wallet' && accounts.every(({ address }) => address !== acting.address)
  const several = new Set(accounts.map(({ source }) => source)).size > 1
  const farewell = gone && `${accountName(acting)} is not shown to this page any more: it can look, but not sign.`
  if (accounts.length === 0) return <NoAccountShown gone={farewell} />
  return (
    <div className="flex flex-col gap-3">
      {farewell && <Notice tone="warn">{farewell}</Notice>}
      <ul className="flex flex-col gap-2" aria-label="Accounts">
        {accounts.map((account) => (
          <li key={`${account.source} ${account.address}`}>
            <button
              type="button"
              className="panel flex w-full cursor-pointer items-center gap-3 px-4 py-2.5 text-left hover:bg-hover"
              aria-busy={busy || undefined}
              onClick={() => busy || onPick(account)}
            >
              <Row account={account} several={several} />
              {acting?.address === account.address ? (
                <Check className="text-accent" aria-label="Acts now" />
              ) : (
                <ChevronRight className="text-ink-3" />
              )}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Row({ account, several }: { account: WalletAccount; several: boolean }) {
  const has = useQuery(standing(useNetwork(), account.address))
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-0.5">
      <span className="min-w-0 flex-1 basis-48">
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{accountName(account)}</span>
          <Badge tone="line">{account.type}</Badge>
          {several && <Badge>{account.source}</Badge>}
        </span>
        <span className="mono block truncate text-ink-3" title={account.address}>
          <span className="max-sm:hidden">{account.address}</span>
          <span className="sm:hidden">{shortAddress(account.address)}</span>
        </span>
      </span>
      <Standing of={has} />
    </span>
  )
}
