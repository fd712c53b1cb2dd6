import { Lock } from 'lucide-react'
import type { Chosen } from '#queries/chosen.ts'
import { isOpen, lock, useUnlocked } from '#queries/unlocked.ts'
import { Button } from '#ui/Button.tsx'
import { State } from '#ui/State.tsx'
import { UnlockButton } from './UnlockButton.tsx'

/** Whether this page has the account's key now, and the button that changes it. */
export function KeyState({ account }: { account: Chosen }) {
  const open = isOpen(account, useUnlocked())
  if (account.by === 'key' && account.guard === 'browser') return <State kind="up">Opens by itself</State>
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {open ? <State kind="up">Unlocked</State> : <State kind="paused">Locked</State>}
      {open ? (
        <Button size="small" onClick={() => void lock(account.address)}>
          <Lock />
          Lock
        </Button>
      ) : (
        <UnlockButton size="small" account={account} />
      )}
    </span>
  )
}
