import { Wallet } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'

const ChooseDialog = lazy(async () => ({ default: (await import('./ChooseDialog.tsx')).ChooseDialog }))

type Props = { size?: 'small' | 'base'; variant?: 'default' | 'primary' | 'ghost'; children?: ReactNode }

/** Opens the choice of who signs. */
export function ConnectButton({ size, variant, children = 'Connect' }: Props) {
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <Button size={size} variant={variant} onClick={() => setChoosing(true)}>
        <Wallet />
        {children}
      </Button>
      <Suspense>{choosing && <ChooseDialog onClose={() => setChoosing(false)} />}</Suspense>
    </>
  )
}
