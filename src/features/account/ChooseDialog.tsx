import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { ImportDeployer } from './ImportDeployer.tsx'
import { Kinds, type Way } from './Kinds.tsx'
import { MakeDeployer } from './MakeDeployer.tsx'
import { WalletDialog } from './WalletDialog.tsx'

/** Who signs: the two kinds of accounts, then the way to the one that was chosen. */
export function ChooseDialog({ first, onClose }: { first?: Way; onClose: () => void }) {
  const [way, setWay] = useState(first)
  if (way === 'wallet') return <WalletDialog onMake={() => setWay('make')} onClose={onClose} />
  if (way === 'make') return <MakeDeployer onClose={onClose} />
  if (way === 'import') return <ImportDeployer onClose={onClose} />
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Who signs for you?"
      description="Everything you deploy belongs to one account. Keys, phrases and passwords stay in this browser."
      wide
      actions={
        <Button variant="ghost" onClick={onClose}>
          Only look around
        </Button>
      }
    >
      <Kinds onGo={setWay} />
    </Dialog>
  )
}
