import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Chosen } from '#queries/chosen.ts'
import { useNetwork } from '#queries/networks.ts'
import { askWallets, useWallets } from '#queries/wallet-accounts.ts'
import { readsChain } from '#queries/wallet-chain.ts'
import { Button } from '#ui/Button.tsx'
import { State } from '#ui/State.tsx'
import { TeachWallet } from './TeachWallet.tsx'

type Props = { account: Extract<Chosen, { by: 'wallet' }> }

/** Whether the wallet still shows the account to this page, and can read what it is to sign. It is asked on request only. */
export function WalletState({ account: { source, address } }: Props) {
  const wallets = useWallets()
  const network = useNetwork()
  const connected = wallets.stage === 'connected'
  const reads = useQuery({ ...readsChain(network, source), enabled: connected })
  const [teaching, setTeaching] = useState(false)
  if (!connected)
    return (
      <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {wallets.stage === 'failed' ? `${source} did not answer for it` : 'Signs each transaction in its own window'}
        <Button size="small" busy={wallets.stage === 'asking'} onClick={() => void askWallets()}>
          {wallets.stage === 'asking' ? `Waiting for ${source}` : `Check with ${source}`}
        </Button>
      </span>
    )
  if (wallets.accounts.every((one) => one.address !== address))
    return <State kind="warn">{source} does not show it to this page any more: it can look, but not sign</State>
  if (reads.data !== false) return <State kind="up">{source} is connected</State>
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <State kind="warn">{source} cannot read this chain yet</State>
      <Button size="small" onClick={() => setTeaching(true)}>
        Tell {source}
      </Button>
      {teaching && <TeachWallet source={source} onClose={() => setTeaching(false)} />}
    </span>
  )
}
