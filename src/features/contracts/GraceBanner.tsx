import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { showTft } from '#domain/money.ts'
import { toSettle } from '#domain/standing.ts'
import { account } from '#queries/account.ts'
import { contractsInGrace } from '#queries/contracts.ts'
import { useNetwork } from '#queries/networks.ts'
import { roughSpan } from '#ui/Ago.tsx'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { SettleSheet } from './SettleSheet.tsx'
import { useStandings } from './useStandings.ts'

/** What is owed for contracts in their grace period, and the two steps out of it; nothing while there is none. */
export function GraceBanner({ twinId }: { twinId: number }) {
  const network = useNetwork()
  const [settling, setSettling] = useState(false)
  const contracts = useQuery(contractsInGrace(network, twinId)).data ?? []
  const usable = useQuery(account(network)).data?.balance.usable ?? 0n
  const all = [...(useStandings(contracts).data?.values() ?? [])].filter(({ grace }) => grace)
  if (settling) return <SettleSheet of={all} onClose={() => setSettling(false)} />
  if (all.length === 0) return null
  const owed = all.reduce((sum, standing) => sum + toSettle(standing), 0n)
  const left = Math.min(...all.map(({ grace }) => grace!.left))
  const enough = usable > owed
  return (
    <div className="px-4 pb-3 rail:px-6">
      <Notice
        tone="warn"
        action={
          <span className="flex flex-wrap gap-2">
            <Link
              to="/account/money"
              search={{ do: 'receive' }}
              className={buttonClass({ size: 'small', variant: enough ? 'default' : 'primary' })}
            >
              Top up
            </Link>
            <Button size="small" variant={enough ? 'primary' : 'default'} onClick={() => setSettling(true)}>
              Settle now
            </Button>
          </span>
        }
      >
        <b>
          {all.length === 1 ? '1 contract is' : `${all.length} contracts are`} out of funds: {showTft(owed)} TFT owed,{' '}
          {showTft(usable)} TFT in the account.
        </b>{' '}
        Nodes have paused what runs under {all.length === 1 ? 'it' : 'them'}. {enough ? 'Settle' : 'Top up and settle'}{' '}
        within {roughSpan(left)}, or the chain deletes {all.length === 1 ? 'it' : 'the first of them'} with all its
        data.
      </Notice>
    </div>
  )
}
