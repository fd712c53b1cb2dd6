import { useId } from 'react'
import { useForm } from 'react-hook-form'
import type { Chosen } from '#queries/chosen.ts'
import { renameDeployer } from '#queries/deployers.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { accountNameProblem } from './SafeKeeping.tsx'
import { Trouble } from './Trouble.tsx'
import { useAttempt } from './useAttempt.ts'

export function RenameDialog({ account, onClose }: { account: Chosen; onClose: () => void }) {
  const formId = useId()
  const { control, handleSubmit } = useForm({ defaultValues: { name: account.name } })
  const rename = useAttempt(async (name: string) => {
    await renameDeployer(account.address, name)
    onClose()
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Rename the account"
      description="Its name is kept in this browser alone; the chain knows the address."
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Keep the name
          </Button>
          <Button variant="primary" type="submit" form={formId} busy={rename.busy}>
            Rename
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          void handleSubmit(({ name }) => rename.attempt(name.trim()))()
        }}
      >
        <TextField control={control} name="name" label="Name of the account" problem={accountNameProblem} />
        <Trouble error={rename.error} />
      </form>
    </Dialog>
  )
}
