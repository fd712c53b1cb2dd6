import { Link } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { exportDeployer, type Deployer } from '#queries/deployers.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { CopyLine } from '#ui/CopyLine.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { downloadAccount } from './download-account.ts'
import { Trouble } from './Trouble.tsx'
import { useAttempt } from './useAttempt.ts'

type Props = { account: Deployer; password: string; onClose: () => void }

/** The account acts now; its file should be somewhere else too. */
export function KeptDeployer({ account, password, onClose }: Props) {
  const save = useAttempt(async () => downloadAccount(account.name, await exportDeployer(account.address, password)))
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`${account.name} is ready`}
      description="It is unlocked and acts for you now. It has no TFT yet: send it as much as it is to spend."
      actions={
        <>
          <Button busy={save.busy} onClick={() => void save.attempt()}>
            {!save.busy && <Download />}
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
      <Trouble error={save.error} />
    </Dialog>
  )
}
