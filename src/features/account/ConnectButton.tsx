import { Wallet } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/Button.tsx'

const ChooseDialog = lazy(async () => ({ default: (await import('./ChooseDialog.tsx')).ChooseDialog }))

/** Opens the choice of who signs. */
export function ConnectButton({ size, variant }: { size?: 'small' | 'base'; variant?: 'default' | 'primary' }) {
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <Button size={size} variant={variant} onClick={() => setChoosing(true)}>
        <Wallet />
        Connect
      </Button>
      <Suspense>{choosing && <ChooseDialog onClose={() => setChoosing(false)} />}</Suspense>
    </>
  )
}
