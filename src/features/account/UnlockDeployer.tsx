import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { unlockDeployer } from '#queries/deployers.ts'
import type { Chosen } from '#queries/chosen.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { SecretField } from '#ui/form/SecretField.tsx'
import { Trouble } from './Trouble.tsx'
import { useAttempt } from './useAttempt.ts'

/** Opens an account that is kept in this browser. */
export function UnlockDeployer({ account, onClose }: { account: Chosen; onClose: () => void }) {
  const formId = useId()
  const { control, handleSubmit } = useForm({ defaultValues: { password: '' } })
  const unlock = useAttempt(async (password: string) => {
    await unlockDeployer(account.address, password)
    onClose()
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Unlock ${account.name}`}
      description="Until you lock it, leave this page or are away for a while, it signs by itself."
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Leave it locked
          </Button>
          <Button variant="primary" type="submit" form={formId} busy={unlock.busy}>
            Unlock
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void handleSubmit(({ password }) => unlock.attempt(password))()
        }}
      >
        <SecretField
          control={control}
          name="password"
          label="Password"
          autoComplete="current-password"
          problem={(typed) => (typed === '' ? 'Enter the password of the account' : undefined)}
        />
        <Trouble error={unlock.error} />
      </form>
    </Dialog>
  )
}
