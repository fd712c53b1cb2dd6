import type { Chosen } from '#queries/chosen.ts'
import { UnlockDeployer } from './UnlockDeployer.tsx'
import { UnlockMessaging } from './UnlockMessaging.tsx'

/** Asks for what opens the key of `account`. All that was typed is gone when it closes. */
export const UnlockDialog = ({ account, onClose }: { account: Chosen; onClose: () => void }) =>
  account.by === 'wallet' ? (
    <UnlockMessaging account={account} onClose={onClose} />
  ) : (
    <UnlockDeployer account={account} onClose={onClose} />
  )
