import { Link } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import type { Deployer } from '#queries/deployers.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { CopyLine } from '#ui/CopyLine.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { downloadAccount } from './download-account.ts'

/** An account that was just kept here, and its file as text. */
export type Kept = { account: Deployer; file: string }

/** The account acts now; its file should be somewhere else too. */
export const KeptDeployer = ({ kept: { account, file }, onClose }: { kept: Kept; onClose: () => void }) => (
  <Dialog
    open
    onOpenChange={onClose}
    title={`${account.name} is ready`}
    description="It is unlocked and acts for you now. It has no TFT yet: send it as much as it is to spend."
    actions={
      <>
        <Button onClick={() => downloadAccount(account.name, file)}>
          <Download />
          Download its account file
        </Button>
        <Link to="/account" className={buttonClass({ variant: 'primary' })} onClick={onClose}>
          Set it up
        </Link>
      </>
    }
  >
    <CopyLine value={account.address} what="the address" />
    <p className="pt-2 text-small text-ink-3">
      The file restores the account here and in polkadot{'{.js}'}, with the password you just chose.
    </p>
  </Dialog>
)
