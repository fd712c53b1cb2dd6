import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { sshKeyPair } from '#domain/ssh-key-pair.ts'
import { explain } from '#queries/explain.ts'
import { addSshKey } from '#queries/ssh-keys.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { download } from '#ui/download.ts'
import { Notice } from '#ui/Notice.tsx'
import { TextField } from '#ui/form/TextField.tsx'

/** Makes a pair, keeps its public half and hands out the private one, which is nowhere else afterwards. */
export function MakeKeyDialog({ onClose }: { onClose: () => void }) {
  const { control, handleSubmit } = useForm({ mode: 'onTouched', defaultValues: { name: 'grid' } })
  const make = useMutation({
    mutationFn: async ({ name }: { name: string }) => {
      const pair = sshKeyPair(random(32), random(4), name)
      await addSshKey(name, pair.publicLine)
      download(`id_${name.replaceAll(/[^\w-]+/g, '-')}`, pair.privateFile, 'application/x-pem-file')
    },
    onSuccess: onClose,
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Make an SSH key pair"
      description="The public half stays here. The private one is handed to you as a file, and kept nowhere else."
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form="ssh-pair" variant="primary" busy={make.isPending}>
            Make and download
          </Button>
        </>
      }
    >
      <form
        id="ssh-pair"
        className="flex flex-col gap-3"
        noValidate
        onSubmit={(event) => void handleSubmit((values) => make.mutate(values))(event)}
      >
        <TextField
          control={control}
          name="name"
          label="Name"
          problem={(name) => (name.trim() === '' ? 'Give it a name' : undefined)}
        />
        <p className="text-small text-ink-2">
          Put the file into <span className="mono">~/.ssh</span> and make it yours alone:{' '}
          <span className="mono">chmod 600</span>. Then enter with <span className="mono">ssh -i</span>.
        </p>
        {make.error && (
          <Notice tone="bad" alert>
            {explain(make.error).what}
          </Notice>
        )}
      </form>
    </Dialog>
  )
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
