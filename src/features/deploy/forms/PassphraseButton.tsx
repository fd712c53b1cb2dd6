import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { SecretField } from '#ui/form/SecretField.tsx'

/** Makes both keys of a passphrase, as other clients do, so that it is all one has to keep. */
export function PassphraseButton({ onTake }: { onTake: (text: string) => void }) {
  const [open, setOpen] = useState(false)
  const { control, handleSubmit, reset } = useForm({ mode: 'onTouched', defaultValues: { text: '' } })
  const close = () => {
    setOpen(false)
    reset()
  }
  const take = handleSubmit(({ text }) => {
    onTake(text)
    close()
  })
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Make keys of a passphrase
      </Button>
      <Dialog
        open={open}
        onOpenChange={(next) => (next ? setOpen(true) : close())}
        title="Make keys of a passphrase"
        description="Both keys follow from it, in this program and in other clients of the grid."
        actions={
          <>
            <Button variant="ghost" onClick={close}>
              Cancel
            </Button>
            <Button variant="primary" onClick={() => void take()}>
              Make keys
            </Button>
          </>
        }
      >
        <form noValidate onSubmit={(event) => void take(event)}>
          <SecretField
            control={control}
            name="text"
            label="Passphrase"
            autoComplete="off"
            problem={(text) => (text === '' ? 'Write something that nobody guesses' : undefined)}
          />
        </form>
      </Dialog>
    </>
  )
}
