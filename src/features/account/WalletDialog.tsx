import { useEffect, useState } from 'react'
import { choose } from '#queries/chosen.ts'
import { useNetwork } from '#queries/networks.ts'
import { cannotRead } from '#queries/wallet-chain.ts'
import {
  askWallets,
  askWalletsOnce,
  asWalletChosen,
  stopWaiting,
  useWallets,
  type WalletAccount,
} from '#queries/wallet-accounts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TeachWallet } from './TeachWallet.tsx'
import { useAttempt } from './useAttempt.ts'
import { WalletAccounts } from './WalletAccounts.tsx'
import { walletNames, WalletTrouble, WalletWaiting } from './WalletStates.tsx'

type Props = { onMake: () => void; onClose: () => void }

/** Chooses an account of a wallet: from asking the wallet until it can read what it is to sign. */
export function WalletDialog({ onMake, onClose }: Props) {
  const network = useNetwork()
  const wallets = useWallets()
  const [toTeach, setToTeach] = useState<string>()
  useEffect(askWalletsOnce, [])
  const pick = useAttempt(async (account: WalletAccount) => {
    choose(network.id, asWalletChosen(account))
    if (await cannotRead(network, account.source)) setToTeach(account.source)
    else onClose()
  })
  if (toTeach !== undefined) return <TeachWallet source={toTeach} onClose={onClose} />
  const again = () => void askWallets()
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Choose an account of your wallet"
      wide
      actions={
        <>
          {wallets.stage === 'asking' ? (
            <Button variant="ghost" onClick={stopWaiting}>
              Stop waiting
            </Button>
          ) : (
            <Button variant="ghost" onClick={onClose}>
              Close
            </Button>
          )}
          {wallets.stage !== 'asking' && <Button onClick={again}>Ask {walletNames()} again</Button>}
        </>
      }
    >
      {wallets.stage === 'connected' ? (
        <WalletAccounts accounts={wallets.accounts} busy={pick.busy} onPick={(account) => void pick.attempt(account)} />
      ) : wallets.stage === 'failed' ? (
        <WalletTrouble error={wallets.error} onMake={onMake} />
      ) : (
        <WalletWaiting stopped={wallets.stage === 'unasked'} />
      )}
    </Dialog>
  )
}
