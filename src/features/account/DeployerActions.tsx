import { Download, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Chosen } from '#queries/chosen.ts'
import { Button } from '#ui/Button.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'

/** What can be done with an account that is kept here. */
export function DeployerActions({ account }: { account: Extract<Chosen, { by: 'key' }> }) {
  const [open, setOpen] = useState<'rename' | 'export' | 'remove'>()
  const close = () => setOpen(undefined)
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" onClick={() => setOpen('rename')}>
        <Pencil />
        Rename
      </Button>
      <Button size="small" onClick={() => setOpen('export')}>
        <Download />
        Export
      </Button>
      <Button size="small" variant="danger" onClick={() => setOpen('remove')}>
        <Trash2 />
        Forget account
      </Button>
      {open === 'rename' && <RenameDialog account={account} onClose={close} />}
      {open === 'export' && <ExportDialog account={account} onClose={close} />}
      {open === 'remove' && <RemoveDialog account={account} onClose={close} />}
    </div>
  )
}
