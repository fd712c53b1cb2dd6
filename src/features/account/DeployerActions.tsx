import { ArrowDownLeft, ArrowUpRight, Download, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Chosen } from '#queries/chosen.ts'
import { Button } from '#ui/Button.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'

/** What can be done with an account that is kept here. */
export function DeployerActions({ account }: { account: Extract<Chosen, { by: 'key' }> }) {
  const [open, setOpen] = useState<'fund' | 'sweep' | 'rename' | 'export' | 'remove'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <Button size="small" onClick={() => setOpen('fund')}>
        <ArrowDownLeft />
        Fund it
      </Button>
      <Button size="small" onClick={() => setOpen('sweep')}>
        <ArrowUpRight />
        Send back
      </Button>
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
      {(open === 'fund' || open === 'sweep') && <MoveDialog account={account} way={open} onClose={close} />}
      {open === 'rename' && <RenameDialog account={account} onClose={close} />}
      {open === 'export' && <ExportDialog account={account} onClose={close} />}
      {open === 'remove' && <RemoveDialog account={account} onClose={close} />}
    </>
  )
}
