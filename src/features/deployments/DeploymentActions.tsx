import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Deployed } from '#domain/deployed.ts'
import { explain } from '#queries/explain.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Menu, MenuItem } from '#ui/Menu.tsx'
import { Notice } from '#ui/Notice.tsx'
import { CancelDeployments } from './CancelDeployments.tsx'
import { useDraftOf } from './useDraft.ts'

/** What can be done with the whole deployment. */
export function DeploymentActions({ deployed }: { deployed: Deployed }) {
  const navigate = useNavigate()
  const { contractId } = useParams({ from: '/deployments/$contractId' })
  const drafted = useDraftOf(deployed)
  const [ending, setEnding] = useState(false)
  return (
    <>
      <Button busy={drafted.isPending} onClick={() => drafted.mutate('clone')}>
        {!drafted.isPending && <Copy />}
        Clone
      </Button>
      <Link to="/deployments/$contractId/update" params={{ contractId }} className={buttonClass()}>
        <Pencil />
        Update
      </Link>
      <Menu
        align="end"
        trigger={
          <Button icon aria-label={`More actions of ${deployed.name}`}>
            <Ellipsis />
          </Button>
        }
      >
        <MenuItem icon={<Trash2 />} tone="bad" onChoose={() => setEnding(true)}>
          Cancel deployment
        </MenuItem>
      </Menu>
      {ending && (
        <CancelDeployments
          deployments={[deployed]}
          onClose={() => setEnding(false)}
          onCancelled={() => void navigate({ to: '/deployments' })}
        />
      )}
      {drafted.error && (
        <Notice tone="bad" alert>
          {explain(drafted.error).title}. {explain(drafted.error).what}
        </Notice>
      )}
    </>
  )
}
