import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ChevronsUpDown, TriangleAlert, Wallet } from 'lucide-react'
import { useState } from 'react'
import { showTft, showUsd, toUsd } from '#domain/money.ts'
import type { Account } from '#queries/account.ts'
import { account, faucet, makeFundedAccount } from '#queries/account.ts'
import { removeDeployer } from '#queries/deployers.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { tariff } from '#queries/price.ts'
import { Button } from '#ui/Button.tsx'
import { CopyLine } from '#ui/CopyLine.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Popover } from '#ui/Popover.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { FundedAccount } from './FundedAccount.tsx'

/** The open account in the top bar: who, and how much it can spend. */
export function AccountMenu() {
  const network = useNetwork()
  const open = useQuery(account(network))
  if (open.isPending) return <Skeleton width={120} />
  if (open.data) return <OpenAccount {...open.data} />
  if (open.error) return <ChainTrouble error={open.error} retry={() => void open.refetch()} />
  return <FundedAccount size="small" />
}

/** `5Fh3x…k9Qz`: enough to recognise; the whole is one press away. */
const short = (address: string) => `${address.slice(0, 4)}…${address.slice(-4)}`

function OpenAccount({ address, twinId, balance: { usable: balance } }: Account) {
  const network = useNetwork()
  const price = useQuery(tariff(network)).data?.milliUsdPerTft
  const usd = price === undefined ? undefined : showUsd(toUsd(balance, price))
  return (
    <Popover
      label="Account"
      trigger={
        <button
          type="button"
          className="btn btn-ghost btn-sm"
          aria-label={`Account ${address}, ${showTft(balance)} TFT`}
        >
          <Wallet className="text-accent" />
          <span className="mono max-rail:hidden">{short(address)}</span>
          <span className="font-medium text-ink">{showTft(balance)} TFT</span>
          {usd !== undefined && <span className="text-ink-3 max-rail:hidden">{usd}</span>}
          <ChevronsUpDown className="text-ink-3" />
        </button>
      }
    >
      <div className="flex flex-col gap-3">
        <CopyLine value={address} what="the address" />
        <Facts
          of={[
            ['Twin', twinId ?? 'None'],
            ['Balance', `${showTft(balance)} TFT`],
            ['Worth', usd],
            ['Network', network.name],
          ]}
        />
        <p className="text-small text-ink-3">
          Its key was made here and is kept encrypted in this browser. It signs by itself.
        </p>
        <Actions address={address} twinId={twinId} />
      </div>
    </Popover>
  )
}

function Actions({ address, twinId }: { address: string; twinId: number | undefined }) {
  const network = useNetwork()
  const client = useQueryClient()
  const [leaving, setLeaving] = useState(false)
  const given = useQuery(faucet(network)).data
  const more = useMutation(makeFundedAccount(network, client))
  const forget = useMutation({ mutationFn: removeDeployer })
  return (
    <>
      {more.error && (
        <Notice tone="bad" alert>
          {explain(more.error).what}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        {given && (
          <Button size="small" busy={more.isPending} onClick={() => more.mutate()}>
            {twinId === undefined ? 'Fund and make a twin' : 'Get 1,000 TFT more'}
          </Button>
        )}
        <Button size="small" variant="danger" onClick={() => setLeaving(true)}>
          Forget account
        </Button>
      </div>
      <Dialog
        open={leaving}
        onOpenChange={setLeaving}
        title="Forget this account?"
        description={`Its key is kept in this browser alone. Its play money and whatever ${short(address)} deployed cannot be reached any more.`}
        actions={
          <>
            <Button variant="ghost" onClick={() => setLeaving(false)}>
              Keep it
            </Button>
            <Button variant="danger-solid" busy={forget.isPending} onClick={() => forget.mutate(address)}>
              Forget account
            </Button>
          </>
        }
      />
    </>
  )
}

function ChainTrouble({ error, retry }: { error: unknown; retry: () => void }) {
  const { title, what, advice } = explain(error)
  return (
    <Popover
      label="Account"
      trigger={
        <button type="button" className="btn btn-sm">
          <TriangleAlert className="text-warn" />
          Account
        </button>
      }
    >
      <b>{title}</b>
      <p className="pt-1 pb-3 text-ink-2">
        {what} {advice}
      </p>
      <Button size="small" onClick={retry}>
        Try again
      </Button>
    </Popover>
  )
}
