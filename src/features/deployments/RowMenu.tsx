import { useNavigate } from '@tanstack/react-router'
import { Copy, Ellipsis, ExternalLink, Pencil, Trash2 } from 'lucide-react'
import type { Deployed } from '#domain/deployed.ts'
import { explain } from '#queries/explain.ts'
import { Button } from '#ui/Button.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/Menu.tsx'
import { useDraftOf } from './useDraft.ts'

type Props = { deployed: Deployed; onCancel: () => void; onFail: (why: string) => void }

/** What can be done with one row of the list. */
export function RowMenu({ deployed, onCancel, onFail }: Props) {
  const navigate = useNavigate()
  const drafted = useDraftOf(deployed)
  const draft = (what: 'update' | 'clone') =>
    drafted.mutate(what, { onError: (error) => onFail(`${deployed.name}: ${explain(error).title}.`) })
  const params = { contractId: String(deployed.main.id) }
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" size="small" icon aria-label={`Actions of ${deployed.name}`} busy={drafted.isPending}>
          {!drafted.isPending && <Ellipsis />}
        </Button>
      }
    >
      <MenuItem icon={<ExternalLink />} onChoose={() => void navigate({ to: '/deployments/$contractId', params })}>
        Open
      </MenuItem>
      <MenuItem icon={<Copy />} onChoose={() => draft('clone')}>
        Clone
      </MenuItem>
      <MenuItem icon={<Pencil />} onChoose={() => void navigate({ to: '/deployments/$contractId/update', params })}>
        Update
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<Trash2 />} tone="bad" onChoose={onCancel}>
        Cancel
      </MenuItem>
    </Menu>
  )
}
