import { Link, useLocation } from '@tanstack/react-router'
import { Signpost } from 'lucide-react'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Page } from '#ui/Page.tsx'

export function NotFoundPage() {
  const { pathname } = useLocation()
  return (
    <Page title="No such page">
      <Empty
        icon={<Signpost />}
        title={`There is nothing at ${pathname}`}
        actions={
          <Link to="/nodes" className={buttonClass()}>
            See the nodes
          </Link>
        }
      >
        The address may be mistyped, or from another version of this dashboard.
      </Empty>
    </Page>
  )
}
