import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { accountName, shortAddress } from '#domain/account-text.ts'
import type { Chosen } from '#queries/chosen.ts'
import { removeDeployer } from '#queries/deployers.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Trouble } from './Trouble.tsx'

type Props = { account: Extract<Chosen, { by: 'key' }>; onClose: () => void }

/** Forgets an account that is kept here, once its owner says to know what goes with it. */
export function RemoveDialog({ account, onClose }: Props) {
  const [known, setKnown] = useState(false)
  const remove = useMutation({ mutationFn: removeDeployer, onSuccess: onClose })
  const playMoney = account.guard === 'browser'
  const without = playMoney ? 'an exported file' : 'its phrase or an exported file'
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Forget this account?"
      description={`The key of ${accountName(account)} is kept in this browser alone. Without ${without}, its ${playMoney ? 'play money' : 'TFT'} and whatever ${shortAddress(account.address)} deployed cannot be reached any more.`}
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Keep it
          </Button>
          <Button
            variant="danger-solid"
            busy={remove.isPending}
            disabledReason={known || playMoney ? undefined : 'Say that it may be lost first'}
            onClick={() => remove.mutate(account.address)}
          >
            Forget account
          </Button>
        </>
      }
    >
      {!playMoney && (
        <label className="flex min-h-8 items-center gap-2.5">
          <input type="checkbox" className="check" checked={known} onChange={() => setKnown(!known)} />I have its phrase
          or file, or it may be lost
        </label>
      )}
      <Trouble error={remove.error} />
    </Dialog>
  )
}
