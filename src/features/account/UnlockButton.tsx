import { LockOpen } from 'lucide-react'
import { useChosen, type Chosen } from '#queries/chosen.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { askToUnlock } from './UnlockHost.tsx'

type Props = {
  /** The account that acts, unless it is another's key. */
  account?: Chosen
  size?: 'small' | 'base'
  variant?: 'default' | 'primary'
}

/** Asks for what unlocks the key of an account. What failed for want of it is asked again by itself. */
export function UnlockButton({ account, size, variant }: Props) {
  const acting = useChosen(useNetwork().id)
  const whose = account ?? acting
  if (!whose) return null
  return (
    <Button size={size} variant={variant} onClick={() => askToUnlock(whose)}>
      <LockOpen />
      {whose.by === 'wallet' ? 'Unlock messaging' : 'Unlock'}
    </Button>
  )
}
