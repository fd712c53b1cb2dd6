import { useNavigate } from '@tanstack/react-router'
import { Copy, Download, Ellipsis, Link2, Redo2, Trash2, Undo2, Upload } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { isUpdate, type Plan } from '#domain/plan/plan.ts'
import { ExportMenu } from '#features/deploy/text/ExportMenu.tsx'
import { downloadPlan, fileKinds, kindNames } from '#features/deploy/text/plan-file.ts'
import { ShareDialog } from '#features/deploy/text/ShareDialog.tsx'
import { draftsAreKept, newDraft, removeDraft } from '#queries/drafts.ts'
import { Ago } from '#ui/Ago.tsx'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/Menu.tsx'
import { useNarrow } from '#ui/useNarrow.ts'
import { PlanName } from './PlanName.tsx'
import type { Builder } from './useBuilder.ts'

const ImportDialog = lazy(async () => ({
  default: (await import('#features/deploy/text/ImportDialog.tsx')).ImportDialog,
}))

/** The draft's name, that it is kept, and what can be done to it as a whole. */
export function BuilderHead({ builder }: { builder: Builder }) {
  const { plan, saved, undo, redo } = builder
  const [imports, setImports] = useState(false)
  return (
    <header className="flex h-14 shrink-0 items-center gap-3 border-b border-line px-4 rail:px-6">
      <PlanName builder={builder} />
      <span className="badge">{isUpdateOf(plan) ? 'Update' : 'Draft'}</span>
      <span className="text-small text-ink-3 max-sm:hidden">
        {saved.error || !draftsAreKept() ? (
          <span className="text-warn">Kept until this page is left</span>
        ) : (
          <>
            Saved <Ago atMs={saved.at} />
          </>
        )}
      </span>
      <span className="ml-auto flex items-center gap-1.5">
        <StepButton label="Undo" onStep={undo}>
          <Undo2 />
        </StepButton>
        <StepButton label="Redo" onStep={redo}>
          <Redo2 />
        </StepButton>
        <Button className="max-sm:hidden" onClick={() => setImports(true)}>
          <Upload />
          Import
        </Button>
        <span className="max-sm:hidden">
          <ExportMenu plan={plan} />
        </span>
        <DraftMenu builder={builder} onImport={() => setImports(true)} />
      </span>
      {imports && (
        <Suspense>
          <ImportDialog open onOpenChange={setImports} onPlan={(read) => builder.change(read)} />
        </Suspense>
      )}
    </header>
  )
}

/** Whether something that runs already is changed by it. */
const isUpdateOf = ({ nodes }: Plan) => nodes.some(({ deployments }) => deployments.some(isUpdate))

/** Keeps its place and its focus while there is nothing to step to. */
const StepButton = ({
  label,
  onStep,
  children,
}: {
  label: string
  onStep: (() => void) | undefined
  children: ReactNode
}) => (
  <button
    type="button"
    aria-label={label}
    aria-disabled={!onStep || undefined}
    className={buttonClass({ variant: 'ghost', icon: true })}
    onClick={onStep}
  >
    {children}
  </button>
)

function DraftMenu({ builder: { draft, plan, saved }, onImport }: { builder: Builder; onImport: () => void }) {
  const navigate = useNavigate()
  const [asks, setAsks] = useState(false)
  const [shares, setShares] = useState(false)
  // Its own button has no room there.
  const exports = useNarrow()
  const duplicate = async () => {
    const copy = await newDraft(draft.network, { ...plan, name: `${plan.name}-copy` })
    await navigate({ to: '/deploy', search: { draft: copy } })
  }
  const remove = async () => {
    saved.leave()
    await removeDraft(draft.id)
    await navigate({ to: '/deploy/drafts' })
  }
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button variant="ghost" icon aria-label="More">
            <Ellipsis />
          </Button>
        }
      >
        <MenuItem icon={<Upload className="i-sm" />} onChoose={() => setTimeout(onImport)}>
          Import
        </MenuItem>
        {exports && (
          <>
            {fileKinds.map((kind) => (
              <MenuItem key={kind} icon={<Download className="i-sm" />} onChoose={() => void downloadPlan(plan, kind)}>
                Download {kindNames[kind]}
              </MenuItem>
            ))}
            <MenuItem icon={<Link2 className="i-sm" />} onChoose={() => setShares(true)}>
              Share by a link
            </MenuItem>
          </>
        )}
        <MenuItem icon={<Copy className="i-sm" />} onChoose={() => void duplicate()}>
          Duplicate draft
        </MenuItem>
        <MenuLine />
        <MenuItem icon={<Trash2 className="i-sm" />} tone="bad" onChoose={() => setAsks(true)}>
          Delete draft
        </MenuItem>
      </Menu>
      <ShareDialog open={shares} onOpenChange={setShares} plan={plan} />
      <Dialog
        open={asks}
        onOpenChange={setAsks}
        title={`Delete the draft ${plan.name}?`}
        description="It cannot be brought back. What was deployed from it stays as it is."
        actions={
          <>
            <Button variant="ghost" onClick={() => setAsks(false)}>
              Keep
            </Button>
            <Button variant="danger-solid" onClick={() => void remove()}>
              Delete draft
            </Button>
          </>
        }
      />
    </>
  )
}
