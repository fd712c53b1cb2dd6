import { useForm, useWatch } from 'react-hook-form'
import { readEnv } from '#domain/env-text.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextAreaField } from '#ui/form/TextAreaField.tsx'
import { Notice } from '#ui/Notice.tsx'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  onTake: (variables: { key: string; value: string }[]) => void
}

/** Variables by the file: what can be read is taken, and what cannot is told by its line. */
export function PasteEnvDialog({ open, onOpenChange, onTake }: Props) {
  const { control, reset } = useForm({ defaultValues: { text: '' } })
  const { variables, unread } = readEnv(useWatch({ control, name: 'text' }))
  const close = () => {
    reset()
    onOpenChange(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      wide
      title="Paste a .env"
      description="Names that are there already get the new value."
      actions={
        <>
          <Button variant="ghost" onClick={close}>
            Cancel
          </Button>
          <Button
            variant="primary"
            {...(variables.length === 0 && { disabledReason: 'Nothing to take yet' })}
            onClick={() => {
              onTake(variables)
              close()
            }}
          >
            {takeWords(variables.length)}
          </Button>
        </>
      }
    >
      <TextAreaField
        control={control}
        name="text"
        label="Variables"
        mono
        rows={9}
        placeholder={'TZ=Europe/Brussels\nexport TOKEN="…"'}
        help={
          variables.length > 0 ? `Found ${variables.map(({ key }) => key).join(', ')}` : 'NAME=value, one to a line'
        }
      />
      <output className="block pt-1 empty:hidden">
        {unread.length > 0 && (
          <Notice tone="warn">
            <b>{unread.length === 1 ? 'One line is left out.' : `${unread.length} lines are left out.`}</b>
            <ul>
              {unread.slice(0, 6).map(({ line, text, words }) => (
                <li key={line}>
                  Line {line}, <span className="mono">{text.slice(0, 24)}</span>: {words}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </output>
    </Dialog>
  )
}

const takeWords = (n: number) => (n === 0 ? 'Take variables' : n === 1 ? 'Take 1 variable' : `Take ${n} variables`)
