import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { sshKeyProblem, sshKeys } from '#domain/ssh.ts'
import { explain } from '#queries/explain.ts'
import { addSshKey } from '#queries/ssh-keys.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import { TextAreaField } from '#ui/form/TextAreaField.tsx'
import { TextField } from '#ui/form/TextField.tsx'

const blank = { name: '', text: '' }

export function AddKeyDialog({ onClose }: { onClose: () => void }) {
  const { control, handleSubmit, getValues, setValue } = useForm({ mode: 'onTouched', defaultValues: blank })
  const add = useMutation({
    mutationFn: ({ name, text }: typeof blank) => addSshKey(name, sshKeys(text)),
    onSuccess: onClose,
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Add an SSH key"
      description="Only the public half: the one that ends in .pub."
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form="ssh-key" variant="primary" busy={add.isPending}>
            Add
          </Button>
        </>
      }
    >
      <form
        id="ssh-key"
        className="flex flex-col gap-3"
        noValidate
        onSubmit={(event) => void handleSubmit((values) => add.mutate(values))(event)}
      >
        <TextAreaField
          control={control}
          name="text"
          label="Public key"
          rows={4}
          mono
          placeholder="ssh-ed25519 AAAA… you@laptop"
          problem={(text) => sshKeyProblem(text)?.words ?? several(text)}
          onChanged={(text) => {
            if (getValues('name') === '' && !sshKeyProblem(text)) setValue('name', commentOf(text))
          }}
        />
        <TextField
          control={control}
          name="name"
          label="Name"
          help="What you call it, such as laptop"
          problem={(name) => (name.trim() === '' ? 'Give it a name' : undefined)}
        />
        {add.error && (
          <Notice tone="bad" alert>
            {explain(add.error).what}
          </Notice>
        )}
      </form>
    </Dialog>
  )
}

const several = (text: string) =>
  sshKeys(text).includes('\n') ? 'One key at a time, so that each has a name' : undefined

const commentOf = (text: string) => sshKeys(text).split(' ').slice(2).join(' ')
