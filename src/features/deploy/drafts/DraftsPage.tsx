import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FilePen } from 'lucide-react'
import { useState } from 'react'
import { nextName } from '#domain/plan/clone.ts'
import { client } from '#queries/client.ts'
import {
  draft as oneDraft,
  draftList,
  draftsAreKept,
  mostDrafts,
  newDraft,
  removeDraft,
  restoreDraft,
  type Draft,
  type DraftLine,
} from '#queries/drafts.ts'
import { explain } from '#queries/explain.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Table } from '#ui/Table.tsx'
import { draftColumns, NarrowDraft } from './draft-columns.tsx'

/** Every plan of this browser that somebody works on. */
export function DraftsPage() {
  const drafts = useQuery(draftList)
  const [removed, setRemoved] = useState<Draft>()
  const duplicate = async ({ id, network }: DraftLine) => {
    const found = await client.fetchQuery(oneDraft(id))
    if (!found) return
    const taken = (drafts.data ?? []).map(({ name }) => name)
    await newDraft(network, { ...found.plan, name: nextName(found.plan.name, taken) })
  }
  const remove = async ({ id }: DraftLine) => {
    const found = await client.fetchQuery(oneDraft(id))
    await removeDraft(id)
    setRemoved(found ?? undefined)
  }
  const restore = async () => {
    if (removed) await restoreDraft(removed)
    setRemoved(undefined)
  }
  const actions = {
    onDuplicate: (line: DraftLine) => void duplicate(line),
    onRemove: (line: DraftLine) => void remove(line),
  }
  return (
    <Page
      title="Drafts"
      layout="table"
      actions={
        <Link to="/deploy" search={{}} className={buttonClass({ variant: 'primary' })}>
          New deployment
        </Link>
      }
    >
      {!draftsAreKept() && (
        <div className="px-4 pb-3 rail:px-6">
          <Notice tone="warn">
            This page did not come over https, so it cannot encrypt what it keeps: drafts are gone once you leave it.
          </Notice>
        </div>
      )}
      {removed && (
        <output className="block px-4 pb-3 rail:px-6">
          <Notice
            action={
              <Button size="small" onClick={() => void restore()}>
                Bring it back
              </Button>
            }
          >
            The draft <b>{removed.name}</b> is deleted.
          </Notice>
        </output>
      )}
      <Loaded from={drafts} explain={explain}>
        {(lines) => (lines.length === 0 ? <NoDrafts /> : <Lines lines={lines} {...actions} />)}
      </Loaded>
    </Page>
  )
}

type LinesProps = { lines: DraftLine[]; onDuplicate: (line: DraftLine) => void; onRemove: (line: DraftLine) => void }

const Lines = ({ lines, ...actions }: LinesProps) => (
  <div className="min-h-0 flex-1 overflow-auto">
    <Table
      label="Drafts"
      rows={lines}
      columns={draftColumns(actions)}
      rowKey={({ id }) => id}
      narrow={(line) => <NarrowDraft line={line} {...actions} />}
    />
    {lines.length >= mostDrafts && (
      <p className="px-4 py-3 text-ink-3 rail:px-6">
        This browser keeps {mostDrafts} drafts. With the next one, {lines.at(-1)!.name} goes: it was left alone longest.
      </p>
    )}
  </div>
)

const NoDrafts = () => (
  <Empty
    icon={<FilePen />}
    title="No drafts"
    actions={
      <>
        <Link to="/deploy" search={{}} className={buttonClass({ variant: 'primary' })}>
          New deployment
        </Link>
        <Link to="/deploy/templates" className={buttonClass()}>
          Templates
        </Link>
      </>
    }
  >
    What you describe to be deployed is kept here as you type, encrypted in this browser.
  </Empty>
)
