import { useQuery } from '@tanstack/react-query'
import { ChevronsUpDown, LockKeyhole, TriangleAlert, Wallet } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { shortAddress } from '#domain/account-text.ts'
import { showTft, showUsd, toUsd } from '#domain/money.ts'
import { account } from '#queries/account.ts'
import { useChosen, type Chosen } from '#queries/chosen.ts'
import { useNetwork } from '#queries/networks.ts'
import { tariff } from '#queries/price.ts'
import { isOpen, useUnlocked } from '#queries/unlocked.ts'
import { Popover } from '#ui/Popover.tsx'
import { Skeleton, SkeletonLines } from '#ui/Skeleton.tsx'
import { FundedAccount } from './FundedAccount.tsx'

const AccountPanel = lazy(async () => ({ default: (await import('./AccountPanel.tsx')).AccountPanel }))

/** Who acts, in the top bar, and how much they can spend; or the ways to an account. */
export function AccountMenu() {
  const acting = useChosen(useNetwork().id)
  return acting ? <Acting account={acting} /> : <FundedAccount size="small" />
}

function Acting({ account: who }: { account: Chosen }) {
  const [open, setOpen] = useState(false)
  const network = useNetwork()
  const found = useQuery(account(network))
  const unlocked = isOpen(who, useUnlocked())
  const price = useQuery({ ...tariff(network), enabled: found.isSuccess }).data?.milliUsdPerTft
  if (found.isPending) return <Skeleton width={120} />
  const balance = found.data?.balance.usable
  const amount = balance === undefined ? 'balance unknown' : `${showTft(balance)} TFT`
  const usd = balance === undefined || price === undefined ? undefined : showUsd(toUsd(balance, price))
  return (
    <Popover
      label="Account"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className="btn btn-ghost btn-sm" aria-label={`Account ${who.address}, ${amount}`}>
          {found.error ? <TriangleAlert className="text-warn" /> : <Wallet className="text-accent" />}
          <span className="max-w-32 truncate max-rail:hidden">{who.name || shortAddress(who.address)}</span>
          {balance !== undefined && <span className="font-medium text-ink">{amount}</span>}
          {usd !== undefined && <span className="text-ink-3 max-rail:hidden">{usd}</span>}
          {!unlocked && <LockKeyhole className="text-ink-3" />}
          <ChevronsUpDown className="text-ink-3" />
        </button>
      }
    >
      <Suspense fallback={<SkeletonLines />}>
        <AccountPanel account={who} onLeave={() => setOpen(false)} />
      </Suspense>
    </Popover>
  )
}
