import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { accountName } from '#domain/account-text.ts'
import { passwordProblem } from '#domain/password.ts'
import type { Chosen } from '#queries/chosen.ts'
import { exportDeployer } from '#queries/deployers.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { SecretField } from '#ui/form/SecretField.tsx'
import { downloadAccount } from './download-account.ts'
import { Trouble } from './Trouble.tsx'
import { useAttempt } from './useAttempt.ts'

type Props = { account: Extract<Chosen, { by: 'key' }>; onClose: () => void }

/** Gives the account file away, under the account's password; play money has none, so its file gets one. */
export function ExportDialog({ account, onClose }: Props) {
  const formId = useId()
  const hasPassword = account.guard === 'password'
  const { control, handleSubmit } = useForm({ defaultValues: { password: '' } })
  const save = useAttempt(async (password: string) => {
    downloadAccount(account.name, await exportDeployer(account.address, password))
    onClose()
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Export ${accountName(account)}`}
      description="The file restores the account here, in polkadot{.js} and in other wallets, with this password. Whoever has both has the account."
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={formId} busy={save.busy}>
            Download the file
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void handleSubmit(({ password }) => save.attempt(password))()
        }}
      >
        <SecretField
          control={control}
          name="password"
          label={hasPassword ? 'Password' : 'Password of the file'}
          autoComplete={hasPassword ? 'current-password' : 'new-password'}
          problem={(typed) =>
            hasPassword ? (typed === '' ? 'Enter the password of the account' : undefined) : passwordProblem(typed)
          }
        />
        <Trouble error={save.error} />
      </form>
    </Dialog>
  )
}
