import { useId, useState } from 'react'
import { choose } from '#queries/chosen.ts'
import { addDeployer, asChosen, importDeployer, type Deployer, type Secret } from '#queries/deployers.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import { FromFile } from './FromFile.tsx'
import { FromText } from './FromText.tsx'
import { SafeKeeping } from './SafeKeeping.tsx'
import { Trouble } from './Trouble.tsx'
import { useAttempt } from './useAttempt.ts'

/** Takes over an account that exists: from its file, or from its phrase or seed. */
export function ImportDeployer({ onClose }: { onClose: () => void }) {
  const formId = useId()
  const network = useNetwork()
  const [from, setFrom] = useState<'file' | 'text'>('file')
  const [secret, setSecret] = useState<Secret>()
  const take = useAttempt(async (importing: () => Promise<Deployer>) => {
    choose(network.id, asChosen(await importing()))
    onClose()
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={secret ? 'Name it and lock it' : 'Import a deployer account'}
      description="Its key is kept here, encrypted, and signs by itself while it is unlocked. Import none that owns more than it is to spend here."
      wide
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={formId} busy={take.busy}>
            {from === 'text' && !secret ? 'Go on' : 'Import'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {secret ? (
          <SafeKeeping
            formId={formId}
            name="Deployer"
            onDone={(name, password) => void take.attempt(() => addDeployer(secret, name, password))}
          />
        ) : (
          <>
            <Segmented
              label="What you have of it"
              value={from}
              options={[
                { value: 'file', name: 'Account file' },
                { value: 'text', name: 'Phrase or seed' },
              ]}
              onChange={(next) => {
                setFrom(next)
                take.forget()
              }}
            />
            {from === 'file' ? (
              <FromFile formId={formId} onDone={(file) => void take.attempt(() => importDeployer(file))} />
            ) : (
              <FromText formId={formId} onDone={setSecret} />
            )}
          </>
        )}
        <Trouble error={take.error} />
      </div>
    </Dialog>
  )
}
