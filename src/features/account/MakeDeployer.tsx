import { useId, useState } from 'react'
import { addDeployer, asChosen, newPhrase, type Deployer } from '#queries/deployers.ts'
import { choose } from '#queries/chosen.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { CheckWords } from './CheckWords.tsx'
import { KeptDeployer } from './KeptDeployer.tsx'
import { PhraseShown } from './PhraseShown.tsx'
import { SafeKeeping } from './SafeKeeping.tsx'
import { Trouble } from './Trouble.tsx'
import { useAttempt } from './useAttempt.ts'
import { useOnce } from './useOnce.ts'

const titles = {
  show: 'Write these words down',
  check: 'Did you write them down?',
  keep: 'Name it and lock it',
}

/** Makes an account: its phrase shown once and asked back, then a name and a password. The phrase is gone with the dialog. */
export function MakeDeployer({ onClose }: { onClose: () => void }) {
  const formId = useId()
  const network = useNetwork()
  const phrase = useOnce(newPhrase)
  const [step, setStep] = useState<keyof typeof titles>('show')
  const [kept, setKept] = useState<{ account: Deployer; password: string }>()
  const make = useAttempt(async (name: string, password: string) => {
    const account = await addDeployer({ type: 'sr25519', text: phrase! }, name, password)
    choose(network.id, asChosen(account))
    setKept({ account, password })
  })
  if (kept) return <KeptDeployer {...kept} onClose={onClose} />
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={titles[step]}
      wide
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          {step !== 'show' && <Button onClick={() => setStep(step === 'keep' ? 'check' : 'show')}>Back</Button>}
          {step === 'show' ? (
            <Button variant="primary" busy={phrase === undefined} onClick={() => setStep('check')}>
              I wrote them down
            </Button>
          ) : (
            <Button variant="primary" type="submit" form={formId} busy={make.busy}>
              {step === 'check' ? 'Go on' : 'Make the account'}
            </Button>
          )}
        </>
      }
    >
      {step === 'show' && <PhraseShown phrase={phrase} />}
      {step === 'check' && <CheckWords formId={formId} phrase={phrase!} onDone={() => setStep('keep')} />}
      {step === 'keep' && (
        <SafeKeeping formId={formId} name="Deployer" onDone={(name, password) => void make.attempt(name, password)} />
      )}
      <Trouble error={make.error} />
    </Dialog>
  )
}
