import { useQuery } from '@tanstack/react-query'
import { accountName, shortAddress } from '#domain/account-text.ts'
import { standing } from '#queries/account.ts'
import { choose, useChosen, type Chosen } from '#queries/chosen.ts'
import { useNetwork } from '#queries/networks.ts'
import { Badge } from '#ui/Badge.tsx'
import { Button } from '#ui/Button.tsx'
import { Panel } from '#ui/Panel.tsx'
import { kindOf } from './kind.ts'
import type { Way } from './Kinds.tsx'
import { Standing } from './Standing.tsx'
import { useAccounts } from './useAccounts.ts'

/** All accounts that can act here, and the ways to more. */
export function OtherAccounts({ onGo }: { onGo: (way: Way) => void }) {
  const accounts = useAccounts()
  const acting = useChosen(useNetwork().id)
  if (accounts.length === 0 && !acting) return null
  return (
    <Panel
      title="Accounts"
      aside={
        <span className="flex flex-wrap justify-end gap-1">
          <Button size="small" variant="ghost" onClick={() => onGo('wallet')}>
            Connect a wallet
          </Button>
          <Button size="small" variant="ghost" onClick={() => onGo('make')}>
            Make
          </Button>
          <Button size="small" variant="ghost" onClick={() => onGo('import')}>
            Import
          </Button>
        </span>
      }
    >
      <ul aria-label="Accounts">
        {accounts.map((account) => (
          <Row key={account.address} account={account} acts={account.address === acting?.address} />
        ))}
      </ul>
    </Panel>
  )
}

function Row({ account, acts }: { account: Chosen; acts: boolean }) {
  const network = useNetwork()
  const has = useQuery(standing(network, account.address))
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2.5 first:border-0">
      <span className="min-w-0 flex-1 basis-48">
        <span className="block truncate font-medium">{accountName(account)}</span>
        <span className="block truncate text-small text-ink-3">
          <span className="mono">{shortAddress(account.address)}</span> · {kindOf(account)}
        </span>
      </span>
      <Standing of={has} />
      <span className="flex w-16 justify-end">
        {acts ? (
          <Badge tone="accent">Acts</Badge>
        ) : (
          <Button size="small" aria-label={`Use ${accountName(account)}`} onClick={() => choose(network.id, account)}>
            Use
          </Button>
        )}
      </span>
    </li>
  )
}
