import { useState } from 'react'
import type { Plan } from '#domain/plan/plan.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import type { Found, Source } from './found.ts'
import { ImportSource } from './ImportSource.tsx'

type Props = { open: boolean; onOpenChange: (open: boolean) => void; onPlan: (plan: Plan) => void }

const sources: readonly { value: Source; name: string }[] = [
  { value: 'file', name: 'File' },
  { value: 'text', name: 'Text' },
  { value: 'link', name: 'Link' },
  { value: 'running', name: 'What I run' },
]

/** Takes a plan from elsewhere. What was found is shown before it is taken. */
export function ImportDialog({ open, onOpenChange, onPlan }: Props) {
  const [source, setSource] = useState<Source>('file')
  const [found, setFound] = useState<Found>()
  const close = () => {
    setFound(undefined)
    onOpenChange(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title="Import a plan"
      wide
      actions={
        <>
          <Button variant="ghost" onClick={close}>
            Cancel
          </Button>
          <Button
            variant="primary"
            disabledReason={found && 'plan' in found ? undefined : 'Nothing was found to import yet'}
            onClick={() => {
              if (!found || !('plan' in found)) return
              onPlan(found.plan)
              close()
            }}
          >
            Import
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Segmented
          label="Where it is"
          value={source}
          options={sources}
          onChange={(next) => {
            setSource(next)
            setFound(undefined)
          }}
        />
        {open && <ImportSource source={source} found={found} onFound={setFound} />}
      </div>
    </Dialog>
  )
}
