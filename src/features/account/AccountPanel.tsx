import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Settings } from 'lucide-react'
import { useState } from 'react'
import { accountName, shortAddress } from '#domain/account-text.ts'
import { showTft } from '#domain/money.ts'
import { account as onChain, faucet, makeFundedAccount } from '#queries/account.ts'
import { choose, type Chosen } from '#queries/chosen.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { CopyLine } from '#ui/CopyLine.tsx'
import { Facts } from '#ui/Facts.tsx'
import { ConnectButton } from './ConnectButton.tsx'
import { kindOf } from './kind.ts'
import { KeyState } from './KeyState.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { Trouble } from './Trouble.tsx'
import { useAccounts } from './useAccounts.ts'

type Props = { account: Chosen; onLeave: () => void }

/** The account that acts at a glance, and the way to another. */
export function AccountPanel({ account, onLeave }: Props) {
  const network = useNetwork()
  const found = useQuery(onChain(network))
  const has = found.data
  return (
    <div className="flex flex-col gap-3">
      <div>
        <div className="truncate text-lead font-[550]">{accountName(account)}</div>
        <div className="text-small text-ink-3">
          {kindOf(account)} on {network.name}
        </div>
      </div>
      <CopyLine value={account.address} what="the address" />
      <Trouble
        error={found.error}
        action={
          <Button size="small" busy={found.isFetching} onClick={() => void found.refetch()}>
            Try again
          </Button>
        }
      />
      <Facts
        of={[
          ['Can spend', has && `${showTft(has.balance.usable)} TFT`],
          ['Locked', has && `${showTft(has.balance.reserved)} TFT`],
          ['Twin', has && (has.twinId ?? 'None yet')],
          ['Messaging', <KeyState key="key" account={account} />],
        ]}
      />
      {account.by === 'key' && account.guard === 'browser' && <PlayMoney account={account} twinId={has?.twinId} />}
      <Others account={account} onLeave={onLeave} />
      <div className="-mx-4 -mb-4 flex flex-wrap gap-1 border-t border-line px-2 py-2">
        <Link to="/account" className={buttonClass({ variant: 'ghost', size: 'small' })} onClick={onLeave}>
          <Settings />
          Wallet &amp; twin
        </Link>
        <ConnectButton size="small" variant="ghost">
          Another
        </ConnectButton>
        <Button size="small" variant="ghost" onClick={() => choose(network.id, null)}>
          Look only
        </Button>
      </div>
    </div>
  )
}

/** The other accounts that can act here, each a press away. */
function Others({ account, onLeave }: Props) {
  const network = useNetwork()
  const others = useAccounts().filter(({ address }) => address !== account.address)
  if (others.length === 0) return null
  const use = (other: Chosen) => {
    choose(network.id, other)
    onLeave()
  }
  return (
    <div>
      <div className="eyebrow pb-1">Switch to</div>
      <ul className="-mx-2 max-h-40 overflow-y-auto">
        {others.map((other) => (
          <li key={other.address}>
            <button type="button" className="menu-item w-full hover:bg-raised-hover" onClick={() => use(other)}>
              <span className="min-w-0 flex-1 truncate text-left">{accountName(other)}</span>
              <span className="mono text-small text-ink-3">{shortAddress(other.address)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

type PlayProps = { account: Extract<Chosen, { by: 'key' }>; twinId: number | undefined }

function PlayMoney({ account, twinId }: PlayProps) {
  const network = useNetwork()
  const given = useQuery(faucet(network)).data
  const more = useMutation(makeFundedAccount(network, useQueryClient()))
  const [leaving, setLeaving] = useState(false)
  return (
    <>
      <p className="text-small text-ink-3">
        Its key was made here and is kept encrypted in this browser. It signs by itself.
      </p>
      <Trouble error={more.error} />
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
      {leaving && <RemoveDialog account={account} onClose={() => setLeaving(false)} />}
    </>
  )
}
