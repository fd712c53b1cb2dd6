import type { FormEventHandler, ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'

type Props = { label: string; onSubmit: FormEventHandler; onClose: () => void; children: ReactNode }

/** A small form under what it changes. */
export const FormFrame = ({ label, onSubmit, onClose, children }: Props) => (
  <form aria-label={label} onSubmit={onSubmit} className="my-2 rounded-md border border-line bg-sunken p-3" noValidate>
    <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">{children}</div>
    <div className="flex gap-2 pt-2">
      <Button variant="primary" size="small" type="submit">
        Apply
      </Button>
      <Button variant="ghost" size="small" onClick={onClose}>
        Back
      </Button>
    </div>
  </form>
)
