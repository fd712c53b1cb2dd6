import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { FilePen } from 'lucide-react'
import { readSpot } from '#domain/plan/plan.ts'
import { draft as oneDraft } from '#queries/drafts.ts'
import { explain } from '#queries/explain.ts'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { BuilderPanes } from './BuilderPanes.tsx'

/** Describes what should run, on one node or several, says what it costs and whether it can be, and has it signed. */
export function BuilderPage() {
  const { draft: id = '', at, view } = useSearch({ from: '/deploy' })
  const draft = useQuery(oneDraft(id))
  return (
    <Loaded from={draft} explain={explain}>
      {(found) =>
        found === null ? (
          <NoDraft />
        ) : (
          <BuilderPanes key={found.id} draft={found} at={readSpot(at)} view={view ?? 'form'} />
        )
      }
    </Loaded>
  )
}

const NoDraft = () => (
  <Page title="New deployment" layout="narrow">
    <Empty
      icon={<FilePen />}
      title="This browser has no such draft"
      actions={
        <Link to="/deploy" search={{}} className={buttonClass({ variant: 'primary' })}>
          Begin a new one
        </Link>
      }
    >
      All of it runs by now, it was deleted, or it is kept in another browser.
    </Empty>
  </Page>
)
